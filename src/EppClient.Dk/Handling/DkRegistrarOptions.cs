namespace EppClient.Dk;

/// <summary>What a <see cref="DkRegistrar"/> has to know beyond its handle.</summary>
public sealed record DkRegistrarOptions
{
    /// <summary>
    /// Handles of contacts that are linked to the account, such as a former name server manager: roles that they hold count as the account's.
    /// Default: none, as at the registry since November 2025: linked handles have lost their access to portal and EPP, and roles belong to the
    /// account's own handle (<c>REG-</c> and digits). Name such handles only where the registry still obeys the account for them.
    /// </summary>
    public IReadOnlyList<string> OwnContacts { get; init; } = [];

    /// <summary>The clock against which the acceptance of terms is checked. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
