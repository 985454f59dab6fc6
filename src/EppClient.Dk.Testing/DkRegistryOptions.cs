using EppClient.Dk.Testing.Policies;

namespace EppClient.Dk.Testing;

/// <summary>The behavior of the registry where its rules leave a choice.</summary>
public sealed record DkRegistryOptions
{
    /// <summary>The prices. Default: round amounts in Danish kroner.</summary>
    public DkPriceList Prices { get; init; } = new();

    /// <summary>Decides on applications and their processing time. Default: registered after two seconds, active if the registrant needs no check.</summary>
    public IApplicationPolicy Applications { get; init; } = new ApplicationPolicy();

    /// <summary>Determines which contacts the registry checks. Default: Danish ones.</summary>
    public IRiskEngine Risk { get; init; } = new CountryRiskEngine();

    /// <summary>The result of checking name servers when they change. Default: no fault.</summary>
    public INameServerProbe NameServerProbe { get; init; } = new HealthyNameServers();

    /// <summary>When a new period ends. Default: at the end of the month.</summary>
    public IExpiryPolicy Expiry { get; init; } = new MonthEndExpiry();

    /// <summary>The companies in the register of companies. For other numbers, only the form is checked.</summary>
    public IReadOnlyList<DkCompany> Companies { get; init; } = [];

    /// <summary>Determines which contacts are in the registers of persons and companies. Default: all whose data identifies them.</summary>
    public IPublicRegisters PublicRegisters { get; init; } = new CompletePublicRegisters();

    /// <summary>
    /// The number of days without use or change after which the registry deletes a contact that a registrar created; null for never. Default: 14.
    /// Contacts that a builder added are not deleted.
    /// </summary>
    public int? UnusedContactDays { get; init; } = 14;

    /// <summary>
    /// Whether persons can pass checks and confirm addresses. Default: true. In the registry's sandbox they cannot, so checks expire.
    /// </summary>
    public bool PersonsRespond { get; init; } = true;

    /// <summary>
    /// The behavior of the registry's own sandbox (its specification 3.0, of July 2026): checks of identity cannot be completed, no e-mail is sent, and
    /// name servers cannot be changed, because no server responds for a domain that is in no zone.
    /// </summary>
    public static DkRegistryOptions LikeSandbox { get; } = new() { PersonsRespond = false, NameServerProbe = new SilentNameServers() };

    /// <summary>How long persons have to accept or refuse a request. Default: 14 days.</summary>
    public TimeSpan ApprovalTerm { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long a token is valid. Default: 14 days.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How the registry calls the endpoints of registrars for fast-track transfers.</summary>
    public DkSelfServiceOptions FastTrack { get; init; } = new();

    /// <summary>The number of days, in Danish time, that a check of a contact may take. Default: 30.</summary>
    public int VerificationDays { get; init; } = 30;

    /// <summary>The number of days, in Danish time, during which a deleted domain can be restored. Default: 30.</summary>
    public int RedemptionDays { get; init; } = 30;

    /// <summary>Whether related registrars may transfer domains out of registrant management without a token. Default: true.</summary>
    public bool AllowTransferWithoutToken { get; init; } = true;

    /// <summary>
    /// Whether the registry supports dkhm-4.5, the version since 2026. Default: true. If false, it announces only dkhm-4.4 and uses it in responses.
    /// </summary>
    public bool SpeaksVersion45 { get; init; } = true;

    /// <summary>
    /// Receives every change of a domain, in order, for a log or a history. Default: null, none. It is called during the change: it must not call the registry,
    /// and its exceptions make the command fail.
    /// </summary>
    public Action<DkDomainChange>? DomainObserver { get; init; }

    /// <summary>Behavior on which the registry's documents contradict each other.</summary>
    public DkQuirks Quirks { get; init; } = new();
}

/// <summary>The prices, in Danish kroner.</summary>
public sealed record DkPriceList
{
    /// <summary>The first year of a new domain.</summary>
    public decimal Create { get; init; } = 50m;

    /// <summary>A renewal for a year.</summary>
    public decimal Renew { get; init; } = 50m;

    /// <summary>A restore, in addition to a renewal for a year.</summary>
    public decimal Restore { get; init; } = 100m;

    /// <summary>A change of registrant.</summary>
    public decimal ChangeRegistrant { get; init; } = 25m;

    /// <summary>A transfer.</summary>
    public decimal Transfer { get; init; }
}

/// <summary>A company in the register of companies.</summary>
/// <param name="Cvr">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Units">The numbers of its production units.</param>
public sealed record DkCompany(string Cvr, string Name, params IReadOnlyList<string> Units);
