using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EppConsole.Options;

/// <summary>Options for dates and times, in one unambiguous format. Other formats are refused.</summary>
internal static class DateOptions
{
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Creates an option for a date without a time zone.</summary>
    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => DateOnly.TryParseExact(TextOf(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Refuse<DateOnly>(result, name, "a date such as 2027-11-30"),
    };

    /// <summary>Creates an option for a date and time with a time zone, which would otherwise be that of this machine.</summary>
    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => HasZone(TextOf(result)) && DateTimeOffset.TryParseExact(TextOf(result), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : Refuse<DateTimeOffset>(result, name, "a date and time with a time zone, such as 2026-11-23T10:00Z or 2026-11-23T11:00+01:00"),
    };

    private static bool HasZone(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static string TextOf(ArgumentResult result) => result.Tokens is [var token] ? token.Value : string.Empty;

    private static T? Refuse<T>(ArgumentResult result, string name, string expected)
        where T : struct
    {
        result.AddError($"{name} is '{TextOf(result)}' but must be {expected}.");
        return null;
    }
}
