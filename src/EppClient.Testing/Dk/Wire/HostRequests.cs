using System.Net;
using EppClient.Commands.Host;
using EppClient.Xml;

namespace EppClient.Testing.Dk.Wire;

/// <summary>What the rules want to know of a host command.</summary>
internal static class HostRequests
{
    /// <returns>Null where an address is none.</returns>
    public static HostCreateRequest? From(HostCreate command, IReadOnlyList<IEppElement> extensions) =>
        Parse(command.Addresses) is { } addresses
            ? new HostCreateRequest(command.Name, addresses, new DkFields(extensions).RequestedManager)
            : null;

    /// <returns>Null where an address is none.</returns>
    public static HostUpdateRequest? From(HostUpdate command, IReadOnlyList<IEppElement> extensions) =>
        Parse(command.Add?.Addresses ?? []) is { } added && Parse(command.Remove?.Addresses ?? []) is { } removed
            ? new HostUpdateRequest(command.Name)
            {
                Add = added,
                Remove = removed,
                HasStatuses = command is { Add.Statuses.Count: > 0 } or { Remove.Statuses.Count: > 0 },
                NewName = command.Change?.Name,
                RequestedManager = new DkFields(extensions).RequestedManager,
            }
            : null;

    private static List<IPAddress>? Parse(IReadOnlyList<HostAddress> addresses)
    {
        var parsed = new List<IPAddress>();
        foreach (var address in addresses)
        {
            // RFC 5732, section 2.5: without the attribute an address is of version 4.
            var family = address.Version == HostIpVersion.V6 ? System.Net.Sockets.AddressFamily.InterNetworkV6 : System.Net.Sockets.AddressFamily.InterNetwork;
            if (!IPAddress.TryParse(address.Value, out var ip) || ip.AddressFamily != family)
            {
                return null;
            }

            parsed.Add(ip);
        }

        return parsed;
    }
}
