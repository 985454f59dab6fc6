using System.CommandLine;
using EppClient;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Connecting;

/// <summary>Runs a verb: opens what it needs, prints what it finds, and turns what goes wrong into a text and an exit code.</summary>
internal sealed class VerbRunner(ConnectionOptions connection, CommonOptions common, TextWriter output, TextWriter error)
{
    /// <summary>What is particular to the registry that the command line means.</summary>
    /// <exception cref="UsageException">There is no such profile.</exception>
    public EppProfile ProfileOf(ParseResult parsed) => connection.ReadProfile(parsed);

    /// <summary>An action that sends commands over a pool, which logs in when the first one is sent.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Sending(Func<ParseResult, IEppClient, Printer, CancellationToken, Task> run) =>
        Sending(static options => options, run);

    /// <summary>An action that sends commands, with options of the library that are its own.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Sending(
        Func<EppOptions, EppOptions> change, Func<ParseResult, IEppClient, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, watch, cancellationToken) => SendAsync(parsed, printer, watch, change, asks: false, client => run(parsed, client, printer, cancellationToken)));

    /// <summary>An action that changes something by one command, made of the command line.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Changing(Func<ParseResult, IRegistryCommands, IEppCommand> command) =>
        Changing((parsed, commands, _, _) => Task.FromResult<IEppCommand?>(command(parsed, commands)));

    /// <summary>An action that looks how things are, and then changes something by one command, or by none where all is as it shall be.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Changing(Func<ParseResult, IRegistryCommands, IEppClient, CancellationToken, Task<IEppCommand?>> plan) =>
        Running((parsed, printer, watch, cancellationToken) => SendAsync(parsed, printer, watch, static options => options, asks: true, async client =>
        {
            var commands = Profiles.CommandsOf(ProfileOf(parsed));
            if (await plan(parsed, commands, client, cancellationToken) is not { } command)
            {
                printer.Print([new("message", "All is as it shall be; nothing was sent.")]);
                return;
            }

            var response = await client.SendAsync(command, cancellationToken);
            printer.Response(response, Responses.Of(response));
        }));

    /// <summary>An action that works with a pool of several sessions, and says itself how it has ended.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Working(
        Func<ParseResult, EppOptions, EppOptions> change, Func<ParseResult, EppSessionPool, Printer, CancellationToken, Task<ExitCode>> run) =>
        Ending(async (parsed, printer, _, cancellationToken) =>
        {
            RefuseDryRun(parsed);
            await using var open = await OpenAsync(parsed, options => change(parsed, options), cancellationToken);
            return await run(parsed, open.Pool, printer, cancellationToken);
        });

    /// <summary>An action that looks at the session itself.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> LoggingIn(Func<EppSession, Printer, CancellationToken, Task> run) =>
        Running(async (parsed, printer, _, cancellationToken) =>
        {
            RefuseDryRun(parsed);
            await using var open = await OpenAsync(parsed, static options => options, cancellationToken);
            await using var session = await open.Pool.RentAsync(cancellationToken);
            await run(session, printer, cancellationToken);
        });

    /// <summary>An action that needs no account.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Looking(Func<EppOptions, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, _, cancellationToken) =>
        {
            RefuseDryRun(parsed);
            return run(Shown(parsed, connection.ReadWithoutAccount(parsed)), printer, cancellationToken);
        });

    /// <summary>An action that needs no registry.</summary>
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

    // Better no run than one that somebody takes for dry.
    private void RefuseDryRun(ParseResult parsed)
    {
        if (parsed.GetValue(common.DryRun))
        {
            throw new UsageException("--dry-run: this verb has no single command that could be shown instead. Nothing was sent.");
        }
    }

    private EppOptions Shown(ParseResult parsed, EppOptions options) =>
        parsed.GetValue(common.Xml) ? options with { WireListener = options.WireListener + (message => error.WriteLine($"{(message.IsSent ? "-->" : "<--")}\n{message.Xml}")) } : options;

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
