using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.IntegrationTests.Requests;

/// <summary>The registry's example requests for name servers, the account and its messages, written with the public API.</summary>
internal static class OtherRequests
{
    private static readonly HostCreate Host = new(
        "ns1.eksempel.dk",
        new HostAddress { Version = HostIpVersion.V4, Value = "192.0.2.2" },
        new HostAddress { Version = HostIpVersion.V4, Value = "192.0.2.29" },
        new HostAddress { Version = HostIpVersion.V6, Value = "1080:0:0:0:8:800:200C:417A" });

    public static readonly Dictionary<string, IEppCommand> All = new()
    {
        ["spec/060-host-create-request.xml"] = Host,
        ["spec-5.2.3/020-host-create-registrant-approval-request.xml"] = Host,
        ["spec/062-host-create-nsadmin-request.xml"] = Host with { Extensions = [new DkHostCreate { RequestedNameServerAdministrator = "ADMIN1-DK" }] },
        ["spec/064-host-check-request.xml"] = new HostCheck("ns1.registry1.dk"),
        ["spec/066-host-info-request.xml"] = new HostInfo("ns1.registry1.dk"),
        ["spec/068-host-update-add-ip-request.xml"] = new HostUpdate("ns1.registry1.dk") { Add = Address("193.163.102.123") },
        ["spec/069-host-update-rem-ip-request.xml"] = new HostUpdate("ns1.registry1.dk") { Remove = Address("80.80.80.80") },
        ["spec/070-host-update-nsadmin-request.xml"] = new HostUpdate("ns1.eksempel.dk")
        {
            Extensions = [new DkHostUpdate { RequestedNameServerAdministrator = "ADMIN2-DK" }],
        },
        ["spec/072-host-delete-request.xml"] = new HostDelete("ns1.registry1.dk"),
        ["spec/008-poll-req-request.xml"] = new PollRequest(),
        ["spec/010-poll-ack-request.xml"] = new PollAcknowledge("1234567"),
        ["spec/013-balance-info-request.xml"] = new BalanceInfo(),
        ["xsd-repo/balance_request.xml"] = new BalanceInfo(),
    };

    private static HostUpdateItems Address(string address) => new() { Addresses = [new HostAddress { Value = address }] };
}
