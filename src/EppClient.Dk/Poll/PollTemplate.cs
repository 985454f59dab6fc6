using System.Text;
using System.Text.RegularExpressions;

namespace EppClient.Dk;

/// <summary>The text of a kind of message, which it recognises in whatever case and spacing.</summary>
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

        // The full stop comes and goes, and so may the word behind the dash.
        return pattern.Append(Literal(rest)).Append(hasResponsible ? @"(?:\s*-\s*(?<responsible>\w+))?" : string.Empty).Append(@"\s*\.?\s*$").ToString();
    }

    // Singular and plural get mixed up in the published texts, and would be mended some day.
    private static string Literal(string text) => Regex.Replace(
        Regex.Escape(text.TrimEnd('.')).Replace(@"\ ", @"\s+", StringComparison.Ordinal),
        @"\bha(s|ve)\b",
        "ha(?:s|ve)",
        RegexOptions.CultureInvariant);
}
