using System.Net;
using EppClient.Dk.Testing;

namespace DkSandbox.Admin;

/// <summary>
/// The two portals of the registry for fast-track transfers: registrars set their endpoint, and registrants start a transfer, which calls only that endpoint.
/// </summary>
internal static class SelfServiceApi
{
    public static void Map(WebApplication app, DkRegistry registry)
    {
        app.MapPost("/api/accounts/{handle}/fast-track", (string handle, FastTrackOrder order) => Actions.Do(() =>
            registry.SetFastTrack(handle, string.IsNullOrWhiteSpace(order.Url) ? null : Endpoint(order))));
        app.MapPost("/api/self-service/{handle}/transfers", async Task<IResult> (string handle, TransferOrder order, HttpContext context) =>
        {
            try
            {
                var address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
                var transfer = await registry.Person(handle).StartFastTrackTransferAsync(order.Registrar, order.Domains, address, context.RequestAborted);
                return TypedResults.Json(ViewOf.Transfer(transfer), AdminJson.Default.TransferView);
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException)
            {
                return Actions.Refused(e.Message);
            }
        });
    }

    private static DkFastTrackEndpoint Endpoint(FastTrackOrder order)
    {
        try
        {
            return new DkFastTrackEndpoint { Url = new Uri(order.Url!, UriKind.RelativeOrAbsolute), ApiKey = string.IsNullOrEmpty(order.ApiKey) ? null : order.ApiKey };
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException)
        {
            throw new InvalidOperationException(e.Message, e);
        }
    }
}
