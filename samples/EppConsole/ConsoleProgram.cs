using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Output;
using EppConsole.Verbs;
using EppConsole.Verbs.Bulk;

namespace EppConsole;

/// <summary>The command line: its verbs, and the handling of invalid ones.</summary>
internal static class ConsoleProgram
{
    private const string Description =
        """
        Talks to a domain registry over EPP.

        Exit codes: 0 success, 1 refused by the registry, 2 invalid usage,
        3 connection or protocol failure, 4 a command was sent and its outcome is
        unknown.
        """;

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="input">Where the user confirms changes; null if there is no user, as in a script.</param>
    /// <param name="output">The output stream.</param>
    /// <param name="error">The error stream.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, TextReader? input, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var connection = new ConnectionOptions();
        var common = new CommonOptions();
        OptionGroup[] groups = [common.Group, .. connection.Groups];
        var root = new RootCommand(Description);
        foreach (var group in groups)
        {
            group.AddTo(root);
        }

        var help = new HelpPage(groups);
        root.Options.OfType<HelpOption>().Single().Action = help;
        foreach (var verb in Verbs(new VerbRunner(connection, common, new Confirmation(input, error), output, error)))
        {
            root.Add(verb);
        }

        if (args.Count == 0)
        {
            help.Write(root, output);
            return ExitCode.Success;
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            new Printer(output, error, parsed.GetValue(common.Json)).Failure(ExitCode.Usage, await UsageFaults.DescribeAsync(parsed, cancellationToken), failure: null);
            return ExitCode.Usage;
        }

        // An unexpected exception is a bug in this program and must look like one; Program.cs handles interruptions.
        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return (ExitCode)await parsed.InvokeAsync(invocation, cancellationToken);
    }

    private static IReadOnlyList<Command> Verbs(VerbRunner runner) =>
    [
        HelloVerb.Create(runner),
        LoginVerb.Create(runner),
        CheckVerb.Create(runner),
        InfoVerb.Create(runner),
        CreateVerb.Create(runner),
        RenewVerb.Create(runner),
        UpdateVerb.Create(runner),
        DeleteVerb.Create(runner),
        RestoreVerb.Create(runner),
        TransferVerb.Create(runner),
        TokenVerb.Create(runner),
        PollVerb.Create(runner),
        WatchVerb.Create(runner),
        BalanceVerb.Create(runner),
        RawVerb.Create(runner),
        SchemasVerb.Create(runner),
        CompletionVerb.Create(runner),
        BulkVerb.Create(runner),
    ];
}
