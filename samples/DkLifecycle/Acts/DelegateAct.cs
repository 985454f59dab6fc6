using EppClient;
using EppClient.Commands.Domain;
using EppClient.Dk;
using EppClient.Extensions.SecDns;
using EppClient.Xml;

namespace DkLifecycle.Acts;

/// <summary>DNS security and other name servers, in the order that works: a change of name servers drops all DS records.</summary>
internal sealed class DelegateAct : IAct
{
    // The digest of a key signing key; the DNS operator has it.
    private static readonly SecDnsDsData Ds =
        new(keyTag: 12345, algorithm: 13, digestType: 2, EppBinary.FromHex("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF"));

    public string Title => "The domain is signed, and moves to other name servers";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (registry, show, domain) = (scene.Registry, scene.Show, scene.Stage.Domain);

        var signed = await registry.SendAsync(DkDomain.AddDsRecords(domain, Ds), cancellationToken);
        show.Step("domain:update DS", signed, "Signed: resolvers notice forged answers.");

        var servers = scene.Stage.NameServers;
        var moved = await registry.SendAsync(DkDomain.ReplaceNameServers(domain, remove: [servers[0]], add: [servers[2]]), cancellationToken);
        show.Step("domain:update NS", moved, $"{servers[2]} replaces {servers[0]}.");

        var info = await registry.SendAsync(new DomainInfo(domain), cancellationToken);
        show.Step("domain:info", info, info.Extension<SecDnsInfoResult>() is { DsData.Count: > 0 }
            ? "Delegated anew; the DS records are still there."
            : "Delegated anew, and no longer signed: each change of name servers drops the DS records.");

        var signedAgain = await registry.SendAsync(DkDomain.AddDsRecords(domain, Ds), cancellationToken);
        show.Step("domain:update DS", signedAgain, "Signed again. Name servers first, DS after them.");
    }
}
