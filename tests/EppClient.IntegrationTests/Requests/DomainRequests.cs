using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Requests;

/// <summary>The registry's example requests for domains, written with the public API.</summary>
internal static class DomainRequests
{
    private static readonly DomainAuthInfo NoPassword = DomainAuthInfo.FromPassword(string.Empty);

    public static readonly Dictionary<string, IEppCommand> All = new()
    {
        ["spec/001-domain-create-waitinglist-request.xml"] = new DomainCreate("example.dk", DomainAuthInfo.FromPassword("066f6352"))
        {
            Period = 1,
            PeriodUnit = DomainPeriodUnit.Year,
            NameServers = DomainNameServers.FromHostObjects("ns1.registry1.dk", "ns2.registry1.dk"),
            Registrant = "DKHM1-DK",
            Extensions = [new DkDomainCreate(DateTimeOffset.FromUnixTimeSeconds(1636374927))],
        },
        ["spec/015-domain-create-request.xml"] = new DomainCreate("test123.dk", NoPassword)
        {
            Period = 1,
            PeriodUnit = DomainPeriodUnit.Year,
            NameServers = DomainNameServers.FromHostObjects("ns1.registry1.dk", "ns2.registry1.dk"),
            Registrant = "DKHM1-DK",
            Extensions = [new DkDomainCreate(DateTimeOffset.FromUnixTimeSeconds(1778071433))],
        },
        ["xsd-repo/create_domain_with_orderconfirmation_token.xml"] = new DomainCreate("registry1.dk", NoPassword)
        {
            Period = 1,
            PeriodUnit = DomainPeriodUnit.Year,
            NameServers = DomainNameServers.FromHostObjects("ns1.registry2.dk", "ns2.registry2.dk"),
            Registrant = "USER1-DK",
            Extensions = [new DkDomainCreate { OrderConfirmationToken = "testtoken" }],
        },
        ["spec/021-domain-check-request.xml"] = new DomainCheck("registry1.dk"),
        ["spec/024-domain-info-request.xml"] = new DomainInfo("registry1.dk"),
        ["xsd-repo/info_domain.xml"] = new DomainInfo("example.com") { Hosts = DomainHostsFilter.All },
        ["spec/028-domain-renew-request.xml"] = new DomainRenew("eksempel.dk.dk", new DateOnly(2026, 7, 30), 1),
        ["spec-5.2.3/008-domain-renew-request.xml"] = new DomainRenew("eksempel.dk", new DateOnly(2027, 6, 30), 1),
        ["spec/030-domain-update-empty-request.xml"] = Update(),
        ["spec/032-domain-update-registrant-request.xml"] = Update(change: new DomainChange { Registrant = "DKHM1-DK" }) with
        {
            Extensions = [new DkDomainUpdate(DateTimeOffset.FromUnixTimeSeconds(1753707224))],
        },
        ["spec/035-domain-update-add-ns-request.xml"] = new DomainUpdate("registry1.dk") { Add = NameServers("ns01.registry1.dk", "ns02.registry1.dk") },
        ["spec/036-domain-update-rem-ns-request.xml"] = new DomainUpdate("registry1.dk") { Remove = NameServers("ns1.registry1.dk", "ns2.registry1.dk") },
        ["spec/037-domain-update-replace-ns-request.xml"] = new DomainUpdate("registry1.dk")
        {
            Add = NameServers("ns01.registry1.dk", "ns02.registry1.dk"),
            Remove = NameServers("ns1.registry2.dk", "ns2.registry2.dk"),
            Change = new DomainChange(),
        },
        ["spec/038-domain-update-add-contact-request.xml"] = Update(add: Contact(DomainContactRole.Billing)),
        ["spec/039-domain-update-rem-contact-request.xml"] = Update(remove: Contact(DomainContactRole.Administrative)),
        ["spec/040-domain-update-rem-ds-request.xml"] = Update() with
        {
            Extensions = [new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true) }],
        },
        ["spec/041-domain-update-add-ds-request.xml"] = Update() with
        {
            Extensions =
            [
                new SecDnsUpdate
                {
                    Remove = SecDnsRemoval.FromAll(true),
                    Add = new SecDnsDsOrKeyData
                    {
                        DsData =
                        [
                            new SecDnsDsData(
                                52378,
                                13,
                                4,
                                EppBinary.FromHex("ed3ef3e1787f797a538abf130fd90d7499713976f7da7c05e51826554560fd42bba5e66dbd2f573a75d77eb0b05124c4")),
                        ],
                    },
                },
            ],
        },
        ["spec/042-domain-update-set-authinfo-request.xml"] = Update(change: Password("autotransfer")),
        ["spec-5.2.3/009-domain-update-add-ns-redel-token-request.xml"] =
            Update(add: NameServers("ns2.example.com"), change: Password("OWN-REDEL-3621db6feded6235aa6c87e40fd414ce")),
        ["spec-5.2.3/010-domain-update-rem-ns-redel-token-request.xml"] =
            Update(remove: NameServers("ns1.example.com"), change: Password("OWN-REDEL-3621db6feded6235aa6c87e40fd414ce")),
        ["spec-5.2.3/011-domain-update-set-authinfo-autoredel-request.xml"] = Update(change: Password("autoredel")),
        ["xsd-repo/update_domain_change_name_server_with_authid.xml"] = new DomainUpdate("example.com")
        {
            Add = NameServers("ns2.example.com"),
            Remove = NameServers("ns1.example.com"),
            Change = Password("USER1-DK-098f6bcd4621d373cade4e832627b4f6"),
        },
        ["xsd-repo/update_domain_change_nameserver.xml"] = new DomainUpdate("example.com")
        {
            Add = NameServers("ns2.example.com"),
            Remove = NameServers("ns1.example.com"),
        },
        ["xsd-repo/update_domain_change_registrant.xml"] = new DomainUpdate("example.com")
        {
            Change = new DomainChange { Registrant = "sh8013", AuthInfo = DomainAuthInfoChange.FromPassword("2BARfoo") },
        },
        ["xsd-repo/update_domain_set_authid.xml"] = new DomainUpdate("example.com") { Change = Password("AUTO") },
        ["xsd-repo/update_domain_unset_authid.xml"] = new DomainUpdate("example.com") { Change = Password(string.Empty) },
        ["spec/044-domain-delete-request.xml"] = new DomainDelete("eksempel.dk"),
        ["spec/046-domain-restore-request.xml"] = Update() with
        {
            Extensions =
            [
                RgpUpdate.Report(new RgpRestoreReport
                {
                    DataBeforeDeletion = string.Empty,
                    DataAfterRestore = string.Empty,
                    DeletionTime = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero),
                    RestoreTime = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero),
                    RestoreReason = string.Empty,
                    Statements = [new RgpReportText { Content = string.Empty }],
                }),
            ],
        },
        ["spec/049-domain-transfer-without-authinfo-request.xml"] = new DomainTransfer(EppTransferOperation.Request, "eksempel.dk"),
        ["spec/050-domain-transfer-request.xml"] = new DomainTransfer(EppTransferOperation.Request, "eksempel.dk")
        {
            AuthInfo = DomainAuthInfo.FromPassword("OWN-TRANSFER-a84ecadf4efcc82e38c1799697c6525b"),
        },
    };

    /// <summary>The registry's examples contain all three parts, including empty ones.</summary>
    private static DomainUpdate Update(DomainUpdateItems? add = null, DomainUpdateItems? remove = null, DomainChange? change = null) => new("eksempel.dk")
    {
        Add = add ?? new DomainUpdateItems(),
        Remove = remove ?? new DomainUpdateItems(),
        Change = change ?? new DomainChange(),
    };

    private static DomainUpdateItems NameServers(params IReadOnlyList<string> names) => new() { NameServers = DomainNameServers.FromHostObjects(names) };

    private static DomainUpdateItems Contact(DomainContactRole role) => new() { Contacts = [new DomainContact { Role = role, Id = "EKSEMPEL-DK" }] };

    private static DomainChange Password(string password) => new() { AuthInfo = DomainAuthInfoChange.FromPassword(password) };
}
