using System.CommandLine;
using System.Globalization;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppConsole.Options;

/// <summary>DS records as in a zone file: key tag, algorithm, digest type and digest, separated by spaces.</summary>
internal static class DsRecords
{
    private const string Form = "\"TAG ALG TYPE DIGEST\"";

    public static Option<string[]> Option(string name, string description) => new(name) { Description = description, HelpName = "RECORD" };

    /// <summary>Reads the records of an option.</summary>
    /// <exception cref="UsageException">A text is not a DS record.</exception>
    public static IReadOnlyList<SecDnsDsData> Read(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(text => Parse(text) ?? throw new UsageException($"{option.Name} is '{text}' but must be {Form}, such as \"12345 13 2 4F3C...\" with the digest in hexadecimal digits."))];

    /// <summary>Whether two records are the same, whatever else the registry shows of one.</summary>
    public static bool AreSame(SecDnsDsData one, SecDnsDsData other) =>
        one.KeyTag == other.KeyTag && one.Algorithm == other.Algorithm && one.DigestType == other.DigestType && one.Digest.Span.SequenceEqual(other.Digest.Span);

    private static SecDnsDsData? Parse(string text)
    {
        // Long digests are often split into groups.
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 4
            || !ushort.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tag)
            || !byte.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var algorithm)
            || !byte.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var digestType))
        {
            return null;
        }

        try
        {
            return new SecDnsDsData(tag, algorithm, digestType, EppBinary.FromHex(string.Concat(parts[3..])));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
