using EppClient;
using EppClient.Commands;
using EppClient.Extensions;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Shows a domain, without the authorization information, which would allow a transfer of the domain: the verb token shows it.</summary>
internal static class InfoDomain
{
    public static async Task RunAsync(InfoQuery query, IEppClient registry, IRegistryFields fields, Printer print, CancellationToken cancellationToken)
    {
        var response = await registry.SendAsync(
            new DomainInfo(query.Name) { AuthInfo = query.AuthInfo is { } secret ? DomainAuthInfo.FromPassword(secret) : null }, cancellationToken);
        if (response.DataOrNull is not { } domain)
        {
            print.Response(response, Responses.NoData);
            return;
        }

        print.Response(
            response,
            [
                new("name", () => domain.Name),
                new("roid", () => domain.Roid),
                new("status", () => domain.Statuses.Select(status => status.Status.ToString()).ToList()),
                new("rgp", () => response.Extension<RgpInfoResult>()?.Statuses.Select(status => status.Status.ToString()).ToList()),
                new("registrant", domain.Registrant),
                new("contacts", () => domain.Contacts.Select(contact => $"{contact.Role?.ToString() ?? "contact"} {contact.Id}").ToList()),
                new("nameServers", () => NameServers(domain.NameServers)),
                new("hosts", domain.SubordinateHosts),
                .. DnsSecurity(response),
                new("sponsor", () => domain.SponsoringClientId),
                new("created", () => domain.CreatedDate),
                new("createdBy", domain.CreatingClientId),
                new("updated", domain.UpdatedDate),
                new("updatedBy", domain.UpdatingClientId),
                new("transferred", domain.TransferDate),
                new("expires", domain.ExpiryDate),
                .. fields.Of(response),
                new("otherExtensions", Others(response)),
            ]);
    }

    private static IReadOnlyList<Field> DnsSecurity(EppResponse response) => response.Extension<SecDnsInfoResult>() is not { } security ? [] :
    [
        new("ds", () => security.DsData.Select(record => Record(record.KeyTag, record.Algorithm, record.DigestType, record.Digest.ToHex())).ToList()),
        new("keys", () => security.KeyData.Select(key => Key(key)).ToList()),
    ];

    private static IReadOnlyList<Field> Record(int tag, int algorithm, int digestType, string digest) =>
        [new("keyTag", tag), new("algorithm", algorithm), new("digestType", digestType), new("digest", digest)];

    private static IReadOnlyList<Field> Key(SecDnsKeyData key) =>
        [new("flags", (int)key.Flags), new("protocol", (int)key.Protocol), new("algorithm", (int)key.Algorithm), new("publicKey", key.PublicKey.ToBase64())];

    private static IReadOnlyList<string> NameServers(DomainNameServers? servers) =>
        servers is null ? [] : [.. servers.HostObjects, .. servers.HostAttributes.Select(host => string.Join(' ', [host.Name, .. host.Addresses.Select(address => address.Value)]))];

    // --xml shows them.
    private static List<string> Others(EppResponse response) => [.. response.ExtensionElements
        .Where(element => element is not (RgpInfoResult or SecDnsInfoResult) && !element.NamespaceUri.Contains("dkhm", StringComparison.Ordinal))
        .Select(element => $"{element.LocalName} ({element.NamespaceUri})")];
}
