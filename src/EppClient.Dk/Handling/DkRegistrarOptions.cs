namespace EppClient.Dk;

/// <summary>What a <see cref="DkRegistrar"/> has to know beyond its handle.</summary>
public sealed record DkRegistrarOptions
{
    /// <summary>
    /// Handles of contacts that belong to the account itself, such as its name server manager or its own profile: roles that they hold
    /// are the account's. Default: none.
    /// </summary>
    public IReadOnlyList<string> OwnContacts { get; init; } = [];

    /// <summary>The clock against which the acceptance of terms is checked. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
