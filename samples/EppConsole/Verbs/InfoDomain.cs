using EppClient;
using EppClient.Commands;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Shows a domain, without the authorization information, which would allow a transfer of the domain.</summary>
internal static class InfoDomain
{
    public static async Task RunAsync(string name, IEppClient registry, Printer print, CancellationToken cancellationToken)
    {
        var response = await registry.SendAsync(new DomainInfo(name), cancellationToken);
        if (response.DataOrNull is not { } domain)
        {
            print.Response(response, Responses.NoData);
            return;
        }

        print.Response(
            response,
            new("name", () => domain.Name),
            new("roid", () => domain.Roid),
            new("status", () => domain.Statuses.Select(status => status.Status.ToString()).ToList()),
            new("registrant", domain.Registrant),
            new("contacts", () => domain.Contacts.Select(contact => $"{contact.Role?.ToString() ?? "contact"} {contact.Id}").ToList()),
            new("nameServers", () => NameServers(domain.NameServers)),
            new("hosts", domain.SubordinateHosts),
            new("sponsor", () => domain.SponsoringClientId),
            new("created", () => domain.CreatedDate),
            new("updated", domain.UpdatedDate),
            new("expires", domain.ExpiryDate));
    }

    private static IReadOnlyList<string> NameServers(DomainNameServers? servers) =>
        servers is null ? [] : [.. servers.HostObjects, .. servers.HostAttributes.Select(host => host.Name)];
}
