using System.Net;
using System.Net.Sockets;
using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts host commands to the requests that the rules use.</summary>
internal static class HostRequests
{
    /// <returns>Null if an address is invalid.</returns>
    public static HostCreateRequest? From(HostCreate command, IReadOnlyList<IEppElement> extensions) =>
        Parse(command.Addresses) is { } addresses
            ? new HostCreateRequest(command.Name, addresses, new DkFields(extensions).RequestedManager)
            : null;

    /// <returns>Null if an address is invalid.</returns>
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
            // RFC 5732, section 2.5: without the attribute, an address is an IPv4 address.
            if ((address.Version == HostIpVersion.V6 ? ParseV6(address.Value) : ParseV4(address.Value)) is not { } ip)
            {
                return null;
            }

            parsed.Add(ip);
        }

        return parsed;
    }

    // Four decimal numbers (RFC 5732, section 2.5). .NET also accepts forms such as 8.8 and 010.8.8.8, which other systems read differently.
    private static IPAddress? ParseV4(string text) =>
        IPAddress.TryParse(text, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork && ip.ToString() == text ? ip : null;

    // Without brackets, port and zone; an IPv4-mapped address is not accepted as IPv6.
    private static IPAddress? ParseV6(string text) =>
        text.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.')
        && IPAddress.TryParse(text, out var ip) && ip is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? ip : null;
}
