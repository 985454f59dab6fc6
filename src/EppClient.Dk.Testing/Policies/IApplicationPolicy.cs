namespace EppClient.Dk.Testing.Policies;

/// <summary>What becomes of an application.</summary>
public enum DkApplicationOutcome
{
    /// <summary>Registered and active.</summary>
    Activated,

    /// <summary>Registered, not active until the registrant is checked.</summary>
    PendingCheck,

    /// <summary>Rejected: somebody else was faster.</summary>
    AlreadyTaken,

    /// <summary>Rejected: domain and registrant stand under different handling models.</summary>
    HandlingMismatch,

    /// <summary>Cancelled: the registrant has not accepted the terms in time.</summary>
    TermsNotAccepted,

    /// <summary>Cancelled without a reason.</summary>
    Cancelled,
}

/// <summary>Decides over applications that passed the first checks.</summary>
public interface IApplicationPolicy
{
    /// <summary>How long the application waits to be processed.</summary>
    /// <param name="application">The application.</param>
    /// <returns>The time.</returns>
    TimeSpan GetProcessingTime(DkApplication application);

    /// <summary>Decides, once the rules have nothing against it: the name is free and the models fit.</summary>
    /// <param name="application">The application.</param>
    /// <param name="registrant">The registrant as known now.</param>
    /// <returns>What becomes of it.</returns>
    DkApplicationOutcome Decide(DkApplication application, DkContactRecord registrant);
}

/// <summary>Registers everything, and activates it where the registrant has nothing to be checked.</summary>
public sealed class ApplicationPolicy : IApplicationPolicy
{
    /// <summary>How long an application waits. Default: two seconds.</summary>
    public TimeSpan ProcessingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public TimeSpan GetProcessingTime(DkApplication application) => ProcessingTime;

    /// <inheritdoc/>
    public DkApplicationOutcome Decide(DkApplication application, DkContactRecord registrant)
    {
        ArgumentNullException.ThrowIfNull(registrant);
        return registrant.Verification.IsComplete ? DkApplicationOutcome.Activated : DkApplicationOutcome.PendingCheck;
    }
}
