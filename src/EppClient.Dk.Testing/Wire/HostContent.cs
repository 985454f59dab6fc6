using System.Net.Sockets;
using EppClient.Commands;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts responses about hosts to the schema's types.</summary>
internal static class HostContent
{
    public static DkResponseContent Info(HostView view) => new(new HostInfoResult
    {
        Name = view.Host.Name.Unicode,
        Roid = Roids.Of(view.Host.Name),
        Statuses = [.. view.Statuses.Select(status => new HostStatus { Status = new HostStatusValue(status) })],
        Addresses = [.. view.Host.Addresses.Select(address => new HostAddress
        {
            Version = address.AddressFamily == AddressFamily.InterNetworkV6 ? HostIpVersion.V6 : HostIpVersion.V4,
            Value = address.ToString(),
        })],
        SponsoringClientId = view.Host.Sponsor,
        CreatingClientId = view.Host.CreatedBy,
        CreatedDate = view.Host.Created,
        UpdatingClientId = view.Host.UpdatedBy,
        UpdatedDate = view.Host.Updated,
    });

    public static DkResponseContent PendingAction(PendingActionView view, EppTransactionId transaction) => new(new HostPendingActionResult
    {
        Name = view.Name,
        Succeeded = view.Succeeded,
        TransactionId = transaction,
        CompletedDate = view.Date,
    });
}
