using System.Text;
using System.Text.RegularExpressions;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>The text of a kind of message, matched without regard to case and spacing.</summary>
internal sealed class PollTemplate
{
    // The longest texts name seven hosts before and seven after.
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const string Responsible = " - {responsible}";

    private readonly Regex _pattern;

    public PollTemplate(string text)
    {
        Text = text;
        _pattern = new Regex(PatternOf(text), Options);
    }

    public string Text { get; }

    public Match Match(string text) => _pattern.Match(text);

    private static string PatternOf(string text)
    {
        var pattern = new StringBuilder(@"^\s*");
        var hasResponsible = text.EndsWith(Responsible, StringComparison.Ordinal);
        var rest = hasResponsible ? text[..^Responsible.Length] : text;
        while (rest.IndexOf('{') is >= 0 and var start)
        {
            var end = rest.IndexOf('}', start);
            var name = rest[(start + 1)..end];
            pattern.Append(Literal(rest[..start])).Append(name is "before" or "after" ? $"(?<{name}>.*?)" : $@"(?<{name}>\S+?)");
            rest = rest[(end + 1)..];
        }

        // The full stop is optional, and so is the word after the dash.
        return pattern.Append(Literal(rest)).Append(hasResponsible ? @"(?:\s*-\s*(?<responsible>\w+))?" : string.Empty).Append(@"\s*\.?\s*$").ToString();
    }

    // The published texts confuse singular and plural, and may be corrected one day.
    private static string Literal(string text) => Regex.Replace(
        Regex.Escape(text.TrimEnd('.')).Replace(@"\ ", @"\s+", StringComparison.Ordinal),
        @"\bha(s|ve)\b",
        "ha(?:s|ve)",
        RegexOptions.CultureInvariant);
}

/// <summary>One kind of message: its object, its text, and its event.</summary>
internal sealed class PollEntry
{
    private readonly Func<PollFinding, DkPollEvent> _read;

    private PollEntry(DkPollObject about, string text, string eventName, Func<PollFinding, DkPollEvent> read)
    {
        Object = about;
        Template = new PollTemplate(text);
        EventName = eventName;
        _read = read;
    }

    public DkPollObject Object { get; }

    public PollTemplate Template { get; }

    public string EventName { get; }

    public static PollEntry For<TEvent>(DkPollObject about, string text, Func<PollFinding, TEvent> read)
        where TEvent : DkPollEvent => new(about, text, typeof(TEvent).Name, read);

    public DkPollEvent Read(PollFinding finding) => _read(finding);
}

/// <summary>A message whose text was recognized.</summary>
/// <param name="Message">The message.</param>
/// <param name="Match">The values of the names in braces.</param>
/// <param name="Subject">The object, from the payload if there is one.</param>
/// <param name="Outcome">The outcome of a command, if the message has one.</param>
internal sealed record PollFinding(PollMessage Message, Match Match, string? Subject, IEppPendingActionResult? Outcome)
{
    public string this[string name] => Match.Groups[name].Value;

    public DkVerificationResponsible? Responsible => Match.Groups["responsible"] is { Success: true, Value: var word } ? DkVerificationResponsible.From(word.ToLowerInvariant()) : null;
}

/// <summary>The kind of object that a poll message is about.</summary>
public enum DkPollObject
{
    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A domain.</summary>
    Domain,

    /// <summary>A host.</summary>
    Host,
}

/// <summary>A kind of poll message that the registry has published.</summary>
/// <param name="About">The kind of object.</param>
/// <param name="Text">The text, with names in braces for variable parts.</param>
/// <param name="Event">The name of the event's type.</param>
public sealed record DkPollKind(DkPollObject About, string Text, string Event)
{
    /// <summary>All kinds, including those before 2026-03-11.</summary>
    public static IReadOnlyList<DkPollKind> All { get; } = [.. PollCatalogue.Entries.Select(entry => new DkPollKind(entry.Object, entry.Template.Text, entry.EventName))];
}
