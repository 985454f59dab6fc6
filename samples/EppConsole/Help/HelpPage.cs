using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace EppConsole.Help;

/// <summary>
/// Prints the help of the program or of a verb: usage, arguments, options, verbs and examples. The options that all verbs have are listed by the help
/// of the program only.
/// </summary>
internal sealed class HelpPage(IReadOnlyList<OptionGroup> groups) : SynchronousCommandLineAction
{
    private const int Width = 80;
    private const int MaxLabel = 28;

    // Help is shown although arguments are missing.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return (int)ExitCode.Success;
    }

    /// <summary>Prints the help of a command.</summary>
    public void Write(Command command, TextWriter output)
    {
        foreach (var line in (command.Description ?? string.Empty).Split('\n'))
        {
            WriteWrapped(output, line.TrimEnd(), indent: 0);
        }

        output.WriteLine();
        output.WriteLine("Usage:");
        WriteWrapped(output, $"  {UsageOf(command)}", indent: 4);
        Section(output, "Arguments", command.Arguments.Where(argument => !argument.Hidden).Select(argument => (argument.Name, argument.Description)));
        Section(output, "Options", command.Options.Where(option => !option.Hidden && !IsGrouped(option) && option is not HelpOption and not VersionOption).Select(RowOf));
        Section(output, command is RootCommand ? "Verbs" : "Objects and operations", command.Subcommands.Where(verb => !verb.Hidden).Select(verb => (verb.Name, FirstLine(verb.Description))));
        if (command is RootCommand)
        {
            foreach (var group in groups)
            {
                Section(output, group.Title, group.Options.Select(RowOf));
            }
        }

        Examples(output, command);
        output.WriteLine();
        output.WriteLine(command switch
        {
            RootCommand => "Help about a verb: epp VERB --help",
            { Subcommands.Count: > 0 } => $"Help about one of them: {PathOf(command)} {command.Subcommands[0].Name} --help",
            _ => "Options for the connection and the output: epp --help",
        });
    }

    private static void Examples(TextWriter output, Command command)
    {
        var examples = command is VerbCommand verb ? verb.Examples : [];
        if (examples.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  {example}");
        }
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Label, string? Text)> rows)
    {
        List<(string Label, string? Text)> all = [.. rows];
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}:");
        var width = Math.Min(all.Max(row => row.Label.Length), MaxLabel);
        foreach (var (label, text) in all)
        {
            var padded = $"  {label.PadRight(width)}";
            if (label.Length > width)
            {
                output.WriteLine(padded);
                padded = new string(' ', width + 2);
            }

            WriteWrapped(output, $"{padded}  {text}".TrimEnd(), indent: width + 4);
        }
    }

    /// <summary>Writes a text, broken at spaces; the lines after the first are indented.</summary>
    private static void WriteWrapped(TextWriter output, string text, int indent)
    {
        while (text.Length > Width && text.LastIndexOf(' ', Width, Width - indent) is var end && end > indent)
        {
            output.WriteLine(text[..end].TrimEnd());
            text = new string(' ', indent) + text[(end + 1)..];
        }

        output.WriteLine(text);
    }

    private bool IsGrouped(Option option) => groups.Any(group => group.Options.Contains(option));

    private static (string Label, string? Text) RowOf(Option option)
    {
        var value = option.HelpName is { } name ? $" {name}" : string.Empty;
        return ($"{option.Name}{value}", option.Required ? $"{option.Description} (required)" : option.Description);
    }

    private static string UsageOf(Command command)
    {
        var arguments = command.Arguments.Select(argument => argument.Arity switch
        {
            { MinimumNumberOfValues: 0, MaximumNumberOfValues: 1 } => $"[{argument.Name}]",
            { MaximumNumberOfValues: > 1 } => $"{argument.Name}...",
            _ => argument.Name,
        });
        return string.Join(' ', [PathOf(command), .. command.Subcommands.Count == 0 ? arguments : [command is RootCommand ? "VERB" : "OBJECT"], "[options]"]);
    }

    private static string PathOf(Command command)
    {
        var path = command is RootCommand ? "epp" : command.Name;
        for (var parent = command.Parents.OfType<Command>().FirstOrDefault(); parent is not null; parent = parent.Parents.OfType<Command>().FirstOrDefault())
        {
            path = $"{(parent is RootCommand ? "epp" : parent.Name)} {path}";
        }

        return path;
    }

    private static string? FirstLine(string? description) => description?.Split('\n')[0].TrimEnd();
}
