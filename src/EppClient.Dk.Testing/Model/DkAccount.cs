namespace EppClient.Dk.Testing;

/// <summary>A registrar's account.</summary>
public sealed record DkAccount
{
    /// <summary>The handle, <c>REG-</c> and digits.</summary>
    public required string Handle { get; init; }

    /// <summary>The registrar's name.</summary>
    public required string Name { get; init; }

    /// <summary>The remaining prepaid balance, in Danish kroner.</summary>
    public decimal Balance { get; init; }

    /// <summary>How far the balance may go below zero when a domain is created.</summary>
    public decimal CreditLimit { get; init; }

    /// <summary>The available credit that the balance command reports: a configured figure, not a sum.</summary>
    public decimal AvailableCredit { get; init; }

    /// <summary>The balance below which the registrar is warned.</summary>
    public decimal CreditThreshold { get; init; }

    /// <summary>The autoRenew setting of a domain at creation and transfer, unless a command specifies it.</summary>
    public bool AutoRenewDefault { get; init; } = true;

    /// <summary>Who checks the contacts that this account manages.</summary>
    public DkResponsible Responsible { get; init; }

    /// <summary>The service user that gets messages about actions that no command of this account started; null for the first.</summary>
    public string? DefaultPollUser { get; init; }

    /// <summary>
    /// The handles of contacts that are linked to the registrar, such as its name server managers, and act for it. Default: none, as at the registry since
    /// November 2025, where roles belong to the account's own handle.
    /// </summary>
    public IReadOnlyList<string> Group { get; init; } = [];

    /// <summary>The registrar's endpoint for fast-track transfers; null if it has not opted in. Default: null.</summary>
    public DkFastTrackEndpoint? FastTrack { get; init; }

    /// <summary>Whether a handle is this account or belongs to it.</summary>
    /// <param name="handle">The handle.</param>
    /// <returns>True if the handle is this account or belongs to it.</returns>
    public bool Owns(string handle) => DkHandle.Same(Handle, handle) || Group.Contains(handle, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The rights of a service user inside its account.</summary>
[Flags]
public enum DkRoles
{
    /// <summary>Only reading, contacts and messages.</summary>
    None = 0,

    /// <summary>Creates domains.</summary>
    Registrar = 1,

    /// <summary>Updates, deletes, restores and transfers domains, updates contacts.</summary>
    Proxy = 2,

    /// <summary>Changes name servers, hosts and DS records.</summary>
    NameServerAdministrator = 4,

    /// <summary>Renews domains and sees the balance.</summary>
    Payer = 8,

    /// <summary>Everything.</summary>
    All = Registrar | Proxy | NameServerAdministrator | Payer,
}

/// <summary>A login for EPP that acts for an account.</summary>
public sealed record DkServiceUser
{
    /// <summary>The login's name, such as <c>EPP-123</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }

    /// <summary>The handle of the account for which it acts.</summary>
    public required string Account { get; init; }

    /// <summary>Its rights.</summary>
    public DkRoles Roles { get; init; } = DkRoles.All;

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name).Append(", Password = ***, Account = ").Append(Account);
        return true;
    }
}
