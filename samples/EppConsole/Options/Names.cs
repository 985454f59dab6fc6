using EppClient;

namespace EppConsole.Options;

/// <summary>Names of domains and hosts from the command line.</summary>
internal static class Names
{
    /// <summary>Gets a name in the form of the DNS: A-labels in lower case, without a trailing dot.</summary>
    public static string Of(string text) => EppDomainName.From(text).Ascii;

    /// <summary>Gets names in the form of the DNS, each once.</summary>
    public static string[] OfAll(IEnumerable<string>? texts) => [.. (texts ?? []).Select(Of).Distinct(StringComparer.Ordinal)];
}
