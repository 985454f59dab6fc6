using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.RoundTrips;

/// <summary>Commands and responses with all content that their schemas permit.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 23, 10, 0, 0, 125, TimeSpan.Zero);

    private static readonly SecDnsDsData Ds = new(12345, 13, 2, EppBinary.FromHex("00FF"))
    {
        KeyData = new SecDnsKeyData { Flags = 257, Protocol = 3, Algorithm = 13, PublicKey = EppBinary.FromBase64("AQIDBA==") },
    };

    private static readonly ContactPostalInfo Postal = new()
    {
        Type = ContactPostalInfoForm.Internationalized,
        Name = "Jens Jensen",
        Organization = "Jensen & Co <ApS>",
        Address = new ContactAddress { StreetLines = ["Gade 1", "2. th."], City = "Aarhus", PostalCode = "8000", CountryCode = "DK" },
    };

    private static readonly EppTransactionId Transaction = new() { ClientTransactionId = "ABC-1", ServerTransactionId = "SRV-1" };

    /// <summary>Requests: the content of the verb or of <c>extension</c>.</summary>
    public static IReadOnlyDictionary<string, (string Verb, IEppElement Element)> Requests { get; } = new Dictionary<string, (string, IEppElement)>
    {
        ["domain check"] = ("check", new DomainCheck("a.example", "b.example")),
        ["domain create"] = ("create", new DomainCreate("a.example", DomainAuthInfo.FromPassword("s3cret", "ABC-DK"))
        {
            Period = 2,
            PeriodUnit = DomainPeriodUnit.Year,
            NameServers = DomainNameServers.FromHostObjects("ns1.example", "ns2.example"),
            Registrant = "ABC-1",
            Contacts = ["ABC-2", new DomainContact { Id = "ABC-3", Role = DomainContactRole.Technical }],
        }),
        ["domain create with hosts in place"] = ("create", new DomainCreate("a.example", DomainAuthInfo.FromPassword(string.Empty))
        {
            NameServers = DomainNameServers.FromHostAttributes(new DomainHostAttribute { Name = "ns1.a.example", Addresses = ["192.0.2.1"] }),
        }),
        ["domain delete"] = ("delete", new DomainDelete("a.example")),
        ["domain info"] = ("info", new DomainInfo("a.example") { Hosts = DomainHostsFilter.Delegated, AuthInfo = DomainAuthInfo.FromPassword("s3cret") }),
        ["domain renew"] = ("renew", new DomainRenew("a.example", new DateOnly(2027, 6, 30), 2)),
        ["domain update"] = ("update", new DomainUpdate("a.example")
        {
            Add = new DomainUpdateItems { NameServers = DomainNameServers.FromHostObjects("ns3.example"), Statuses = [DomainStatusValue.ClientHold] },
            Remove = new DomainUpdateItems { Contacts = ["ABC-2"] },
            Change = new DomainChange { Registrant = string.Empty, AuthInfo = DomainAuthInfoChange.Remove },
        }),
        ["host check"] = ("check", new HostCheck("ns1.example")),
        ["host create"] = ("create", new HostCreate("ns1.example", "192.0.2.1", new HostAddress { Value = "2001:db8::1", Version = HostIpVersion.V6 })),
        ["host delete"] = ("delete", new HostDelete("ns1.example")),
        ["host info"] = ("info", new HostInfo("ns1.example")),
        ["host update"] = ("update", new HostUpdate("ns1.example")
        {
            Add = new HostUpdateItems { Addresses = ["192.0.2.2"] },
            Change = new HostChange { Name = "ns2.example" },
        }),
        ["contact check"] = ("check", new ContactCheck("ABC-1")),
        ["contact create"] = ("create", new ContactCreate
        {
            Id = "ABC-1",
            PostalInfo = [Postal],
            Voice = "+45.12345678",
            VoiceExtension = "12",
            Email = "jens@example.dk",
            AuthInfo = ContactAuthInfo.FromPassword("s3cret"),
            Disclosure = new ContactDisclosure { Allowed = false, Names = [ContactPostalInfoForm.Localized], Voice = true },
        }),
        ["contact delete"] = ("delete", new ContactDelete("ABC-1")),
        ["contact info"] = ("info", new ContactInfo("ABC-1")),
        ["contact update"] = ("update", new ContactUpdate("ABC-1") { Change = new ContactChange { Voice = string.Empty } }),
        ["balance info"] = ("info", new BalanceInfo()),
        ["secDNS create"] = ("extension", new SecDnsCreate(Ds) { MaximumSignatureLifetime = 604800 }),
        ["secDNS update"] = ("extension", new SecDnsUpdate { Urgent = true, Remove = SecDnsRemoval.FromAll(true), Add = new SecDnsDsOrKeyData { DsData = [Ds] } }),
        ["rgp request"] = ("extension", RgpUpdate.Request),
        ["dkhm mobile phone"] = ("extension", (DkMobilePhone)"+45.12345678"),
        ["dkhm verification"] = ("extension", new DkContactVerification { VerifiedId = true, VerifiedEmail = false }),
    };

    /// <summary>Responses: the content of <c>resData</c> or of <c>extension</c>.</summary>
    public static IReadOnlyDictionary<string, (string Place, IEppElement Element)> Responses { get; } = new Dictionary<string, (string, IEppElement)>
    {
        ["domain check"] = ("resData", new DomainCheckResult
        {
            Items =
            [
                new DomainCheckItem { Name = "a.example", Available = true },
                new DomainCheckItem { Name = "b.example", Available = false, Reason = "In use", ReasonLanguage = "en" },
            ],
        }),
        ["domain create"] = ("resData", new DomainCreateResult { Name = "a.example", CreatedDate = Moment, ExpiryDate = Moment }),
        ["domain info"] = ("resData", new DomainInfoResult
        {
            Name = "a.example",
            Roid = "A_EXAMPLE-DK",
            Statuses = [new DomainStatus { Status = DomainStatusValue.PendingTransfer, Language = "da", Text = "på vej" }, DomainStatusValue.ServerHold],
            Registrant = "ABC-1",
            SubordinateHosts = ["ns1.a.example"],
            SponsoringClientId = "REG-1",
            CreatedDate = Moment,
        }),
        ["domain renew"] = ("resData", new DomainRenewResult { Name = "a.example", ExpiryDate = Moment }),
        ["domain transfer"] = ("resData", new DomainTransferResult
        {
            Name = "a.example",
            TransferStatus = EppTransferStatus.Pending,
            RequestingClientId = "REG-1",
            RequestDate = Moment,
            ActingClientId = "REG-2",
            ActionDate = Moment,
        }),
        ["domain pending"] = ("resData", new DomainPendingActionResult
        {
            Name = "a.example",
            Succeeded = true,
            TransactionId = Transaction,
            CompletedDate = Moment,
        }),
        ["host info"] = ("resData", new HostInfoResult
        {
            Name = "ns1.example",
            Roid = "NS1-DK",
            Statuses = [HostStatusValue.Ok],
            Addresses = ["192.0.2.1"],
            SponsoringClientId = "REG-1",
            CreatingClientId = "REG-1",
            CreatedDate = Moment,
        }),
        ["contact info"] = ("resData", new ContactInfoResult
        {
            Id = "ABC-1",
            Roid = "ABC1-DK",
            Statuses = [ContactStatusValue.Linked],
            PostalInfo = [Postal],
            Email = "jens@example.dk",
            SponsoringClientId = "REG-1",
            CreatingClientId = "REG-1",
            CreatedDate = Moment,
        }),
        ["balance info"] = ("resData", new BalanceInfoResult
        {
            CreditLimit = 0m,
            Balance = -12.5m,
            AvailableCredit = 100m,
            CreditThreshold = BalanceCreditThreshold.FromPercent(10),
        }),
        ["secDNS info"] = ("extension", new SecDnsInfoResult { DsData = [Ds] }),
        ["rgp info"] = ("extension", new RgpInfoResult { Statuses = [RgpStatusValue.RedemptionPeriod] }),
        ["dkhm authInfo"] = ("extension", new DkAuthInfo { Token = "REG-TRANSFER-00", Operation = DkAuthInfoOperation.Transfer, ExpiryDate = Moment }),
        ["dkhm advisory"] = ("extension", new DkDomainAdvisory { Domain = "a.dk", Advisory = "pendingDeletionDate", Date = Moment }),
    };
}
