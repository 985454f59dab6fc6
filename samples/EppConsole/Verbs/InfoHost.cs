using EppClient;
using EppClient.Commands;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Shows a host.</summary>
internal static class InfoHost
{
    public static async Task RunAsync(InfoQuery query, IEppClient registry, IRegistryFields fields, Printer print, CancellationToken cancellationToken)
    {
        var response = await registry.SendAsync(new HostInfo(query.Name), cancellationToken);
        if (response.DataOrNull is not { } host)
        {
            print.Response(response, Responses.NoData);
            return;
        }

        print.Response(
            response,
            [
                new("name", () => host.Name),
                new("roid", () => host.Roid),
                new("status", () => host.Statuses.Select(status => status.Status.ToString()).ToList()),
                new("addresses", () => host.Addresses.Select(address => address.Value).ToList()),
                new("sponsor", () => host.SponsoringClientId),
                new("created", () => host.CreatedDate),
                new("createdBy", () => host.CreatingClientId),
                new("updated", host.UpdatedDate),
                new("updatedBy", host.UpdatingClientId),
                new("transferred", host.TransferDate),
                .. fields.Of(response),
            ]);
    }
}
