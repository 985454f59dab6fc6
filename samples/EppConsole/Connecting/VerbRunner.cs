using System.CommandLine;
using EppClient;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Connecting;

/// <summary>Runs a verb: opens the resources, prints the results, and turns failures into a text and an exit code.</summary>
internal sealed class VerbRunner(ConnectionOptions connection, CommonOptions common, TextWriter output, TextWriter error)
{
    /// <summary>Gets the profile of the registry on the command line.</summary>
    /// <exception cref="UsageException">The profile does not exist.</exception>
    public EppProfile ProfileOf(ParseResult parsed) => connection.ReadProfile(parsed);

    /// <summary>Creates an action that sends commands through a pool, which logs in with the first command.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Sending(Func<ParseResult, IEppClient, Printer, CancellationToken, Task> run) =>
        Sending(static options => options, run);

    /// <summary>Creates an action that sends commands with its own options of the library.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Sending(
        Func<EppOptions, EppOptions> change, Func<ParseResult, IEppClient, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, watch, cancellationToken) => SendAsync(parsed, printer, watch, change, asks: false, client => run(parsed, client, printer, cancellationToken)));

    /// <summary>Creates an action that changes an object with one command, which is created from the command line.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Changing(Func<ParseResult, IRegistryCommands, IEppCommand> command) =>
        Changing((parsed, commands, _, _) => Task.FromResult<IEppCommand?>(command(parsed, commands)));

    /// <summary>Creates an action that queries the present state, and then changes an object with one command, or with none if no change is needed.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Changing(Func<ParseResult, IRegistryCommands, IEppClient, CancellationToken, Task<IEppCommand?>> plan) =>
        Running((parsed, printer, watch, cancellationToken) => SendAsync(parsed, printer, watch, static options => options, asks: true, async client =>
        {
            var commands = Profiles.CommandsOf(ProfileOf(parsed));
            if (await plan(parsed, commands, client, cancellationToken) is not { } command)
            {
                printer.Print([new("message", "No change is needed; nothing was sent.")]);
                return;
            }

            var response = await client.SendAsync(command, cancellationToken);
            printer.Response(response, Responses.Of(response));
        }));

    /// <summary>Creates an action that uses a pool of several sessions and returns its own exit code.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Working(
        Func<ParseResult, EppOptions, EppOptions> change, Func<ParseResult, EppSessionPool, Printer, CancellationToken, Task<ExitCode>> run) =>
        Ending(async (parsed, printer, _, cancellationToken) =>
        {
            RefuseDryRun(parsed);
            await using var open = await OpenAsync(parsed, options => change(parsed, options), cancellationToken);
            return await run(parsed, open.Pool, printer, cancellationToken);
        });

    /// <summary>Creates an action that shows the session itself.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> LoggingIn(Func<EppSession, Printer, CancellationToken, Task> run) =>
        Running(async (parsed, printer, _, cancellationToken) =>
        {
            RefuseDryRun(parsed);
            await using var open = await OpenAsync(parsed, static options => options, cancellationToken);
            await using var session = await open.Pool.RentAsync(cancellationToken);
            await run(session, printer, cancellationToken);
        });

    /// <summary>Creates an action that needs no account.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Looking(Func<EppOptions, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, _, cancellationToken) =>
        {
            RefuseDryRun(parsed);
            return run(Shown(parsed, connection.ReadWithoutAccount(parsed)), printer, cancellationToken);
        });

    /// <summary>Creates an action that needs no registry.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Local(Func<ParseResult, EppProfile, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, _, cancellationToken) => run(parsed, ProfileOf(parsed), printer, cancellationToken));

    private async Task SendAsync(
        ParseResult parsed, Printer printer, Action<WatchedClient> watch, Func<EppOptions, EppOptions> change, bool asks, Func<IEppClient, Task> run)
    {
        if (parsed.GetValue(common.DryRun) && !asks)
        {
            await run(new DryRun(NoRegistry.Instance, ProfileOf(parsed), printer, asks: false));
            return;
        }

        await using var pool = new LazyPool(cancellationToken => OpenAsync(parsed, change, cancellationToken));
        var client = new WatchedClient(pool);
        watch(client);
        await run(parsed.GetValue(common.DryRun) ? new DryRun(client, ProfileOf(parsed), printer, asks) : client);
    }

    private Task<OpenPool> OpenAsync(ParseResult parsed, Func<EppOptions, EppOptions> change, CancellationToken cancellationToken) =>
        OpenPool.OpenAsync(Shown(parsed, change(connection.Read(parsed))), connection.ReadShared(parsed), cancellationToken);

    // It is safer to refuse than to send commands that the user expects to be only shown.
    private void RefuseDryRun(ParseResult parsed)
    {
        if (parsed.GetValue(common.DryRun))
        {
            throw new UsageException("--dry-run: this verb has no single command that could be shown. Nothing was sent.");
        }
    }

    private EppOptions Shown(ParseResult parsed, EppOptions options) =>
        parsed.GetValue(common.Xml) ? options with { Observability = options.Observability with { WireListener = options.Observability.WireListener + (message => error.WriteLine($"{(message.IsSent ? "-->" : "<--")}\n{message.Xml}")) } } : options;

    private Func<ParseResult, CancellationToken, Task<int>> Running(
        Func<ParseResult, Printer, Action<WatchedClient>, CancellationToken, Task> run) => Ending(async (parsed, printer, watch, cancellationToken) =>
        {
            await run(parsed, printer, watch, cancellationToken);
            return ExitCode.Success;
        });

    private Func<ParseResult, CancellationToken, Task<int>> Ending(
        Func<ParseResult, Printer, Action<WatchedClient>, CancellationToken, Task<ExitCode>> run) => async (parsed, cancellationToken) =>
    {
        var printer = new Printer(output, error, parsed.GetValue(common.Json));
        WatchedClient? client = null;
        try
        {
            return (int)await run(parsed, printer, watched => client = watched, cancellationToken);
        }
        catch (NothingSentException)
        {
            return (int)ExitCode.Success;
        }
        catch (Exception failure) when (Failure.IsExpected(failure))
        {
            var (code, text) = Failure.Explain(failure, client?.LastCommand);
            printer.Failure(code, text, failure);
            return (int)code;
        }
    };
}
