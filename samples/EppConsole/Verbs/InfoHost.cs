using EppClient;
using EppClient.Commands;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Shows a host.</summary>
internal static class InfoHost
{
    public static async Task RunAsync(string name, IEppClient registry, Printer print, CancellationToken cancellationToken)
    {
        var response = await registry.SendAsync(new HostInfo(name), cancellationToken);
        if (response.DataOrNull is not { } host)
        {
            print.Response(response, Responses.NoData);
            return;
        }

        print.Response(
            response,
            new("name", () => host.Name),
            new("roid", () => host.Roid),
            new("status", () => host.Statuses.Select(status => status.Status.ToString()).ToList()),
            new("addresses", () => host.Addresses.Select(address => address.Value).ToList()),
            new("sponsor", () => host.SponsoringClientId),
            new("created", () => host.CreatedDate),
            new("updated", host.UpdatedDate));
    }
}
