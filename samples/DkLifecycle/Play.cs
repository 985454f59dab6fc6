using DkLifecycle.Acts;
using DkLifecycle.Output;
using DkLifecycle.Stages;
using EppClient;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>The whole play: a stage, the acts in their order, and what to tell when one fails.</summary>
internal static class Play
{
    private static readonly IReadOnlyList<IAct> Acts =
    [
        new ConnectAct(),
        new RegisterAct(),
        new DelegateAct(),
        new ContactDataAct(),
        new RenewAct(),
        new NewRegistrantAct(),
        new DeleteAndRestoreAct(),
        new PayerAct(),
        new ProxyAct(),
        new NameServerServiceAct(),
        new TakeOverAct(),
        new ForbiddenAct(),
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

            await using var stage = OpenStage(arguments);
            var narrator = new Narrator(output);
            return await PlayAsync(stage, narrator, arguments.ShowXml, error, cancellationToken);
        }
        catch (UsageException e)
        {
            await error.WriteLineAsync($"{e.Message} Try --help.");
            return ExitCode.Usage;
        }
    }

    private static IStage OpenStage(Arguments arguments) =>
        arguments.Server is { } server ? new RemoteStage(server, TimeProvider.System) : EmbeddedStage.Start();

    private static async Task<ExitCode> PlayAsync(
        IStage stage, Narrator narrator, bool showXml, TextWriter error, CancellationToken cancellationToken)
    {
        await using var pool = new EppSessionPool(stage.Options with { WireLog = showXml ? narrator.Frame : null });
        var client = new WatchedClient(pool);
        try
        {
            narrator.Opening(stage);
            var registrar = new DkRegistrar(client, stage.Account, new DkRegistrarOptions { TimeProvider = stage.Clock });
            var scene = new Scene { Pool = pool, Registry = client, Registrar = registrar, Show = narrator, Stage = stage };
            decimal? balance = null;
            foreach (var act in Acts)
            {
                var commands = client.CommandCount;
                narrator.Act(act.Title);
                await act.PlayAsync(scene, cancellationToken);
                commands = client.CommandCount - commands;

                // The balance is read between the acts and is not shown as a step.
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

    // The login may lack the right to see it.
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
