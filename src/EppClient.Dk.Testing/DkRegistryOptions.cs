using EppClient.Dk.Testing.Policies;

namespace EppClient.Dk.Testing;

/// <summary>How the registry behaves where its rules leave a choice.</summary>
public sealed record DkRegistryOptions
{
    /// <summary>What things cost. Default: round figures in Danish kroner.</summary>
    public DkPriceList Prices { get; init; } = new();

    /// <summary>Who decides over applications, and how fast. Default: registered after two seconds, active where the registrant is settled.</summary>
    public IApplicationPolicy Applications { get; init; } = new ApplicationPolicy();

    /// <summary>Which contacts the registry wants to check. Default: Danish ones.</summary>
    public IRiskEngine Risk { get; init; } = new CountryRiskEngine();

    /// <summary>What a look at the name servers finds when they change. Default: all is well.</summary>
    public INameServerProbe NameServerProbe { get; init; } = new HealthyNameServers();

    /// <summary>When a new period ends. Default: with the month.</summary>
    public IExpiryPolicy Expiry { get; init; } = new MonthEndExpiry();

    /// <summary>The companies that the registry can look up. A number that is not among them is only looked at for its form.</summary>
    public IReadOnlyList<DkCompany> Companies { get; init; } = [];

    /// <summary>Which contacts the registers of persons and companies know. Default: all, where the data says which they are.</summary>
    public IPublicRegisters PublicRegisters { get; init; } = new CompletePublicRegisters();

    /// <summary>
    /// After how many days without use or change the registry deletes a contact that a registrar created; null for never. Default: 14.
    /// What a builder put there stays.
    /// </summary>
    public int? UnusedContactDays { get; init; } = 14;

    /// <summary>
    /// Whether persons can pass checks and confirm addresses. Default: true. In the registry's sandbox nobody is asked, so that checks lapse.
    /// </summary>
    public bool PersonsRespond { get; init; } = true;

    /// <summary>
    /// As the registry's own sandbox behaves (its specification 3.0, of July 2026): checks of identity cannot be completed, no e-mail goes
    /// out, and name servers cannot be changed, since no server answers for a domain that is in no zone.
    /// </summary>
    public static DkRegistryOptions LikeSandbox { get; } = new() { PersonsRespond = false, NameServerProbe = new SilentNameServers() };

    /// <summary>How long persons have for a yes or no. Default: 14 days.</summary>
    public TimeSpan ApprovalTerm { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long a token lives. Default: 14 days.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How many Danish days a check of a contact may take. Default: 30.</summary>
    public int VerificationDays { get; init; } = 30;

    /// <summary>How many Danish days a deleted domain name can be restored. Default: 30.</summary>
    public int RedemptionDays { get; init; } = 30;

    /// <summary>Whether related registrars may transfer domain names out of registrant management without a token. Default: true.</summary>
    public bool AllowTransferWithoutToken { get; init; } = true;

    /// <summary>
    /// Whether the registry speaks dkhm-4.5, the version since 2026. Default: true. If not, it greets with dkhm-4.4 alone and answers in it.
    /// </summary>
    public bool SpeaksVersion45 { get; init; } = true;

    /// <summary>Behaviour that documents of the registry claim and others deny.</summary>
    public DkQuirks Quirks { get; init; } = new();
}

/// <summary>What things cost, in Danish kroner.</summary>
public sealed record DkPriceList
{
    /// <summary>A year of a new domain name.</summary>
    public decimal Create { get; init; } = 50m;

    /// <summary>A further year.</summary>
    public decimal Renew { get; init; } = 50m;

    /// <summary>A restore, on top of a further year.</summary>
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
