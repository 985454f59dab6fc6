using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EppConsole.Help;

/// <summary>Describes what is wrong with a command line, and suggests verbs and options with a similar name.</summary>
internal static class UsageFaults
{
    /// <summary>Gets the text; all faults at once.</summary>
    public static async Task<string> DescribeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = PathOf(parsed);
        var faults = parsed.UnmatchedTokens is [var first, ..] ? [$"'{first}' is not known here.{await SuggestionAsync(parsed, cancellationToken)}", .. Values(parsed)]
            : parsed.CommandResult.Command is { Subcommands.Count: > 0 } command ? [$"{path} needs one of: {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}."]
            : parsed.Errors.Select(fault => fault.Message);
        return $"{string.Join(' ', faults.Distinct(StringComparer.Ordinal))} Try {path} --help.";
    }

    private static IEnumerable<string> Values(ParseResult parsed) =>
        parsed.Errors.Where(fault => fault.SymbolResult is OptionResult or ArgumentResult).Select(fault => fault.Message);

    // System.CommandLine prints the suggestions, those for the first token first, each on a line below its question.
    private static async Task<string> SuggestionAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.Action is not ParseErrorAction action)
        {
            return string.Empty;
        }

        (action.ShowHelp, action.ShowTypoCorrections) = (false, true);
        using var suggestions = new StringWriter(CultureInfo.InvariantCulture);
        await parsed.InvokeAsync(new InvocationConfiguration { Output = suggestions, Error = TextWriter.Null, EnableDefaultExceptionHandler = false }, cancellationToken);
        var lines = suggestions.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines is [var question, var similar, ..] && question.Contains($"'{parsed.UnmatchedTokens[0]}'", StringComparison.Ordinal) && similar != "-h" ? $" Did you mean {similar}?" : string.Empty;
    }

    private static string PathOf(ParseResult parsed)
    {
        List<string> path = [];
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
        {
            path.Insert(0, result.Command is RootCommand ? "epp" : result.Command.Name);
        }

        return string.Join(' ', path);
    }
}
