using System.CommandLine;
using EppConsole.Connecting;
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

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var connection = new ConnectionOptions();
        var common = new CommonOptions();
        var root = new RootCommand(Description);
        common.AddTo(root);
        connection.AddTo(root);
        var runner = new VerbRunner(connection, common, output, error);
        foreach (var verb in Verbs(runner))
        {
            root.Add(verb);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync($"{string.Join(' ', parsed.Errors.Select(problem => problem.Message))} Try --help.");
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
        PollVerb.Create(runner),
        WatchVerb.Create(runner),
        BalanceVerb.Create(runner),
        RawVerb.Create(runner),
        SchemasVerb.Create(runner),
        CompletionVerb.Create(runner),
        BulkVerb.Create(runner),
    ];
}
