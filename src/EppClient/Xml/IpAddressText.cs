using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace EppClient.Xml;

/// <summary>
/// Checks the text of an IP address against RFC 5732, section 2.5: IPv4 in dotted decimal, IPv6 in the form of RFC 4291. <see cref="IPAddress"/> alone accepts
/// more: octal and hexadecimal numbers, addresses with fewer than four, zones, brackets and ports.
/// </summary>
internal static class IpAddressText
{
    private const string Examples = "write an IPv4 address such as 192.0.2.1 or an IPv6 address such as 2001:db8::1";

    private static readonly SearchValues<char> OfV6 = SearchValues.Create("0123456789ABCDEFabcdef:.");

    /// <summary>The fault of an address in a command; null for none. Never contains the address.</summary>
    /// <param name="text">The address, with processed white space.</param>
    /// <param name="version">The required version; null for any.</param>
    public static string? Fault(string text, string? version)
    {
        var actual = IsV4(text) ? "v4" : IsV6(text) ? "v6" : null;
        return actual is null ? $"is not an IP address: {Cause(text)}; {Examples}"
            : version is not null && version != actual ? $"is an address of IP{actual}, but its version is set to {version}: omit the version, which the address determines"
            : null;
    }

    private static string Cause(string text) => text switch
    {
        _ when text.Contains('%', StringComparison.Ordinal) => "it has a zone, which has a meaning on one machine only",
        _ when text.AsSpan().IndexOfAny('[', ']') >= 0 => "it has brackets, which belong to URLs",
        _ when text.Contains('/', StringComparison.Ordinal) => "it has a prefix length, or is a URL",
        _ when !System.Text.Ascii.IsValid(text) => "it has characters that are not ASCII",
        _ when text.Split(':') is [var address, _] && IsV4(address) => "it has a port",
        _ when text.Contains(':', StringComparison.Ordinal) => "it does not have the form of an IPv6 address",
        _ => "it does not have the form of an IPv4 address, four decimal numbers from 0 to 255 without leading zeros",
    };

    private static bool IsV4(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            count++;
            if (!IsDecimalByte(text[range]))
            {
                return false;
            }
        }

        return count == 4;
    }

    private static bool IsDecimalByte(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 3
        && !digits.ContainsAnyExceptInRange('0', '9')
        && (digits[0] != '0' || digits.Length == 1)
        && (digits.Length < 3 || digits.CompareTo("255", StringComparison.Ordinal) <= 0);

    /// <summary>The last 32 bits can be in dotted decimal (RFC 4291, section 2.2).</summary>
    private static bool IsV6(string text) =>
        !text.AsSpan().ContainsAnyExcept(OfV6)
        && text.LastIndexOf(':') is >= 0 and var colon
        && (!text.Contains('.', StringComparison.Ordinal) || IsV4(text.AsSpan(colon + 1)))
        && IPAddress.TryParse(text, out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;
}
