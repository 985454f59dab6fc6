using System.Globalization;
using System.Text.RegularExpressions;

namespace EppClient.Xml;

/// <summary>
/// Parses spellings that registries use and XML Schema does not allow, if their meaning is certain. Used only if the text is not in the form of XML Schema.
/// </summary>
internal static partial class EppTolerantForms
{
    private const string AsUtc = "without a zone, read as UTC (RFC 5731, section 2.4)";

    /// <summary>The assumption for a date and time in the form of XML Schema: UTC if it has no zone. Null for none.</summary>
    public static string? Zone(string text) => text[^1] == 'Z' || text[^6] is '+' or '-' ? null : $"The date and time is {AsUtc}";

    /// <summary>Parses a boolean without regard to case.</summary>
    /// <returns>How it was read; null if it was not read. Other texts are not read, because they might mean the opposite.</returns>
    public static string? TryRead(string text, out bool value)
    {
        value = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? "read without regard to its case" : null;
    }

    /// <summary>
    /// Parses a date and time in the order year, month, day with a four-digit year: with a space instead of T, a zone without a colon or named UTC, without
    /// seconds, without separators, or without a time, which is read as midnight.
    /// </summary>
    /// <returns>How it was read; null if it was not read.</returns>
    public static string? TryRead(string text, out DateTimeOffset value)
    {
        value = default;
        if (Moment().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var hasTime = match.Groups["hour"].Success;
        var hasZone = match.Groups["zone"].Success;
        var time = hasTime ? $"{match.Groups["hour"].Value}:{match.Groups["minute"].Value}:{OrZero(match.Groups["second"])}{Fraction(match)}" : "00:00:00";
        return EppLexical.TryParse($"{Day(match)}T{time}{ZoneOf(match)}", out value)
            ? (hasTime, hasZone) switch
            {
                (true, true) => "read nevertheless",
                (true, false) => AsUtc,
                (false, true) => "a date alone, read as its midnight",
                _ => $"a date alone, read as its midnight, {AsUtc}",
            }
            : null;
    }

    /// <summary>Whether a date and time in another spelling has no time or no zone.</summary>
    public static bool IsAssumed(string text) => Moment().Match(text) is { Success: true } match && !(match.Groups["hour"].Success && match.Groups["zone"].Success);

    /// <summary>Parses the date of a date and time as the registry wrote it, and a date without separators.</summary>
    /// <returns>How it was read; null if it was not read.</returns>
    public static string? TryRead(string text, out EppDate value)
    {
        value = default;
        return Moment().Match(text) is { Success: true } match && EppDate.TryParse(Day(match) + ZoneOf(match), out value)
            ? match.Groups["hour"].Success ? "the date was read, and its time ignored" : "read nevertheless"
            : null;
    }

    /// <summary>Parses hexadecimal digits with blanks between them, as in a wrapped digest.</summary>
    /// <returns>How it was read; null if it was not read.</returns>
    public static string? TryRead(string text, out EppBinary value) =>
        EppLexical.TryParseHex(text.Replace(" ", string.Empty, StringComparison.Ordinal), out value) && text.Contains(' ', StringComparison.Ordinal) ? "read without its blanks" : null;

    private static string Day(Match match) => $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}";

    private static string OrZero(Group group) => group.Success ? group.Value : "00";

    private static string Fraction(Match match) => match.Groups["fraction"] is { Length: > 0 } fraction ? "." + fraction.Value : string.Empty;

    private static string ZoneOf(Match match) => match.Groups["zone"] is not { Success: true } zone ? string.Empty
        : match.Groups["ahead"] is { Success: true } ahead
            ? string.Create(CultureInfo.InvariantCulture, $"{zone.ValueSpan[0]}{ahead.Value}:{OrZero(match.Groups["past"])}")
            : "Z";

    [GeneratedRegex(
        """
        ^(?<year>[0-9]{4})(?<dash>-?)(?<month>[0-9]{2})\k<dash>(?<day>[0-9]{2})
        (?:[Tt\ ](?<hour>[0-9]{2})(?<colon>:?)(?<minute>[0-9]{2})(?:\k<colon>(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]*))?)?)?
        \ ?(?<zone>[Zz]|UTC|GMT|[+-](?<ahead>[0-9]{2})(?::?(?<past>[0-9]{2}))?)?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
