using System.Net;

namespace EppClient.Dk.Testing.Rules;

/// <summary>The rules for a host's name and addresses.</summary>
internal static class HostNames
{
    private const int MaximumLabelLength = 63;
    private const int MaximumLength = 253;

    public static DkResult? Check(EppDomainName name)
    {
        var labels = name.Ascii.Split('.');
        if (labels.Length < 2 || name.Ascii.Length > MaximumLength || !labels.All(IsLabel))
        {
            return HostResults.InvalidName;
        }

        return labels[^1].Length >= 2 && char.IsAsciiLetter(labels[^1][0]) ? null : HostResults.InvalidTopLevel;
    }

    public static DkResult? CheckAddresses(IEnumerable<IPAddress> addresses) =>
        addresses.All(IsPublic) ? null : HostResults.AddressNotPublic;

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaximumLabelLength
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private static bool IsPublic(IPAddress address) =>
        !IPAddress.IsLoopback(address) && !SpecialNetworks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));

    // The special-purpose registries of RFC 6890, for the addresses that a host could have.
    private static readonly IPNetwork[] SpecialNetworks =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/96"),
        IPNetwork.Parse("100::/64"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("ff00::/8"),
    ];
}
