namespace EppClient.Testing.Fakes;

/// <summary>The options of an <see cref="EppFakeClient"/>.</summary>
public sealed record EppFakeClientOptions
{
    /// <summary>The profile of the registry, whose schemas and limits commands are validated with. Default: <see cref="EppProfiles.Standard"/>.</summary>
    /// <remarks>Its rate limits and its <see cref="EppProfile.ReconciliationDelay"/> are not used, so that tests do not wait for them.</remarks>
    public EppProfile Profile { get; init; } = EppProfiles.Standard;

    /// <summary>The clock of the client and of the registry's dates. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Changes the options of the pool, for example to set <see cref="EppRecoveryOptions.Reconciliation"/>, a journal, or a retry pipeline. Default: null; failed
    /// commands are not retried, and unknown outcomes are reconciled when your code calls <c>ReconcileAsync</c>.
    /// </summary>
    public Func<EppOptions, EppOptions>? ConfigurePool { get; init; }
}
