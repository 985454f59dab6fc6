namespace EppClient.Dk.Testing.Policies;

/// <summary>The outcome of an application.</summary>
public enum DkApplicationOutcome
{
    /// <summary>Registered and active.</summary>
    Activated,

    /// <summary>Registered, not active until the registrant is checked.</summary>
    PendingCheck,

    /// <summary>Rejected: another application was earlier.</summary>
    AlreadyTaken,

    /// <summary>Rejected: domain and registrant are under different handling models.</summary>
    HandlingMismatch,

    /// <summary>Cancelled: the registrant has not accepted the terms in time.</summary>
    TermsNotAccepted,

    /// <summary>Cancelled without a reason.</summary>
    Cancelled,
}

/// <summary>Decides on applications that passed the first checks.</summary>
public interface IApplicationPolicy
{
    /// <summary>Gets how long the application waits for processing.</summary>
    /// <param name="application">The application.</param>
    /// <returns>The time.</returns>
    TimeSpan GetProcessingTime(DkApplication application);

    /// <summary>Decides on an application that violates no rule: the name is free and the models match.</summary>
    /// <param name="application">The application.</param>
    /// <param name="registrant">The current state of the registrant.</param>
    /// <returns>The outcome.</returns>
    DkApplicationOutcome Decide(DkApplication application, DkContactRecord registrant);
}

/// <summary>Registers every domain, and activates it if the registrant needs no check.</summary>
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
