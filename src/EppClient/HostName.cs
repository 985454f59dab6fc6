using System.Net;

namespace EppClient;

/// <summary>Checks the host names that options contain, so that name resolution, TLS and proxies get only names that they can use.</summary>
internal static class HostName
{
    /// <summary>Adds a fault unless the text is a DNS name or an IP address.</summary>
    /// <param name="faults">Receives the fault.</param>
    /// <param name="host">The text of the option.</param>
    /// <param name="property">The name of the option.</param>
    public static void Require(OptionFaults faults, string? host, string property)
    {
        if (string.IsNullOrWhiteSpace(host))
        {
            faults.Require(host, property);
        }
        else if (Fault(host) is { } fault)
        {
            // Not the text itself, which may be an address with a password.
            faults.Add($"{property} {fault}; it must be a DNS name, such as epp.example, or an IP address.", property);
        }
    }

    /// <summary>The form of a valid name in the DNS: with A-labels, without a trailing dot. An IP address stays as it is.</summary>
    public static string ToAscii(string host) => IPAddress.TryParse(host, out _) ? host : EppDomainName.From(host);

    private static string? Fault(string host) =>
        host.Any(char.IsWhiteSpace) ? "has white space"
        : host.Contains("://", StringComparison.Ordinal) ? "has a scheme, which must be removed"
        : IPAddress.TryParse(host, out var address) ? IsPlain(host, address) ? null : "is not in the usual notation of an IP address"
        : host.LastIndexOf(':') is >= 0 and var colon && !host.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9') ? "has a port, which has an option of its own"
        : !EppDomainName.TryParse(host, out var name) ? "is not a name of the DNS: labels of 1 to 63 letters, digits and hyphens, 253 characters together"
        : !name.Ascii.AsSpan(name.Ascii.LastIndexOf('.') + 1).ContainsAnyExceptInRange('0', '9') ? "ends with a number"
        : null;

    // Brackets, and numbers such as 0x7f.1 and 2130706433, are read as addresses too.
    private static bool IsPlain(string host, IPAddress address) => address.GetAddressBytes().Length > 4 ? host[0] != '[' : host == address.ToString();
}
