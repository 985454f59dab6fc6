using DkLifecycle.Output;
using DkLifecycle.Steps;
using DkLifecycle.Targets;
using EppClient;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>The whole story: the registry, the steps in order, and the text of a failure.</summary>
internal static class Walkthrough
{
    private static readonly IReadOnlyList<IStep> Steps =
    [
        new ConnectStep(),
        new RegisterStep(),
        new DelegateStep(),
        new ContactDataStep(),
        new RenewStep(),
        new NewRegistrantStep(),
        new DeleteAndRestoreStep(),
        new PayerStep(),
        new ProxyStep(),
        new NameServerServiceStep(),
        new TransferStep(),
        new ForbiddenStep(),
    ];

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = Arguments.Parse(args, Environment.GetEnvironmentVariable);
            if (arguments.ShowHelp)
            {
                await output.WriteLineAsync(Arguments.Help);
                return ExitCode.Success;
            }

            await using var target = OpenTarget(arguments);
            var narrator = new Narrator(output);
            return await RunStepsAsync(target, narrator, arguments.ShowXml, error, cancellationToken);
        }
        catch (UsageException e)
        {
            await error.WriteLineAsync($"{e.Message} Try --help.");
            return ExitCode.Usage;
        }
    }

    private static ITarget OpenTarget(Arguments arguments) =>
        arguments.Server is { } server ? new RemoteTarget(server, TimeProvider.System) : EmbeddedTarget.Start();

    private static async Task<ExitCode> RunStepsAsync(
        ITarget target, Narrator narrator, bool showXml, TextWriter error, CancellationToken cancellationToken)
    {
        await using var pool = new EppSessionPool(target.Options with { Observability = target.Options.Observability with { WireListener = showXml ? narrator.Frame : null } });
        var client = new WatchedClient(pool);
        try
        {
            narrator.Opening(target);
            var registrar = new DkRegistrar(client, target.Account, new DkRegistrarOptions { TimeProvider = target.Clock });
            var context = new StepContext { Pool = pool, Registry = client, Registrar = registrar, Show = narrator, Target = target };
            decimal? balance = null;
            foreach (var step in Steps)
            {
                var commands = client.CommandCount;
                narrator.Act(step.Title);
                await step.RunAsync(context, cancellationToken);
                commands = client.CommandCount - commands;

                // The balance is read between the steps and is not shown.
                if (await BalanceAsync(registrar, cancellationToken) is { } left)
                {
                    narrator.Cost(balance - left ?? 0m, left, commands);
                    balance = left;
                }
            }

            narrator.Ending(client.CommandCount);
            return ExitCode.Success;
        }
        catch (Exception e) when (Failure.IsExpected(e))
        {
            narrator.Flush();
            var (code, text) = Failure.Explain(e, client.LastCommand);
            await error.WriteLineAsync(text);
            return code;
        }
    }

    // The login may lack the right to see the balance.
    private static async Task<decimal?> BalanceAsync(DkRegistrar registrar, CancellationToken cancellationToken)
    {
        try
        {
            return (await registrar.GetBalanceAsync(cancellationToken)).Balance;
        }
        catch (DkRefusedException)
        {
            return null;
        }
    }
}

/// <summary>The story cannot continue, although no command failed.</summary>
internal sealed class WalkthroughStoppedException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;
}
