using DkLifecycle.Acts;
using DkLifecycle.Output;
using DkLifecycle.Stages;
using EppClient;

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
            var scene = new Scene { Pool = pool, Registry = client, Show = narrator, Stage = stage };
            foreach (var act in Acts)
            {
                narrator.Act(act.Title);
                await act.PlayAsync(scene, cancellationToken);
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
}
