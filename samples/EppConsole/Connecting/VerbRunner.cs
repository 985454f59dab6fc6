using System.CommandLine;
using EppClient;
using EppConsole.Output;

namespace EppConsole.Connecting;

/// <summary>Runs a verb: opens what it needs, prints what it finds, and turns what goes wrong into a text and an exit code.</summary>
internal sealed class VerbRunner(ConnectionOptions connection, Option<bool> json, TextWriter output, TextWriter error)
{
    /// <summary>An action that sends commands over a pool, which logs in when the first one is sent.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Sending(Func<ParseResult, IEppClient, Printer, CancellationToken, Task> run) =>
        Sending(static options => options, run);

    /// <summary>An action that sends commands, with options of the library that are its own.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Sending(
        Func<EppOptions, EppOptions> change, Func<ParseResult, IEppClient, Printer, CancellationToken, Task> run) =>
        Running(async (parsed, printer, watch, cancellationToken) =>
        {
            await using var pool = new EppSessionPool(change(connection.Read(parsed)));
            var client = new WatchedClient(pool);
            watch(client);
            await run(parsed, client, printer, cancellationToken);
        });

    /// <summary>An action that works with a pool of several sessions, and says itself how it has ended.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Working(
        Func<ParseResult, EppOptions, EppOptions> change, Func<ParseResult, EppSessionPool, Printer, CancellationToken, Task<ExitCode>> run) =>
        Ending(async (parsed, printer, _, cancellationToken) =>
        {
            await using var pool = new EppSessionPool(change(parsed, connection.Read(parsed)));
            return await run(parsed, pool, printer, cancellationToken);
        });

    /// <summary>An action that looks at the session itself.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> LoggingIn(Func<EppSession, Printer, CancellationToken, Task> run) =>
        Running(async (parsed, printer, _, cancellationToken) =>
        {
            await using var pool = new EppSessionPool(connection.Read(parsed));
            await using var session = await pool.RentAsync(cancellationToken);
            await run(session, printer, cancellationToken);
        });

    /// <summary>An action that needs no account.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Looking(Func<EppOptions, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, _, cancellationToken) => run(connection.ReadWithoutAccount(parsed), printer, cancellationToken));

    private Func<ParseResult, CancellationToken, Task<int>> Running(
        Func<ParseResult, Printer, Action<WatchedClient>, CancellationToken, Task> run) => Ending(async (parsed, printer, watch, cancellationToken) =>
        {
            await run(parsed, printer, watch, cancellationToken);
            return ExitCode.Success;
        });

    private Func<ParseResult, CancellationToken, Task<int>> Ending(
        Func<ParseResult, Printer, Action<WatchedClient>, CancellationToken, Task<ExitCode>> run) => async (parsed, cancellationToken) =>
    {
        var printer = new Printer(output, error, parsed.GetValue(json));
        WatchedClient? client = null;
        try
        {
            return (int)await run(parsed, printer, watched => client = watched, cancellationToken);
        }
        catch (Exception failure) when (Failure.IsExpected(failure))
        {
            var (code, text) = Failure.Explain(failure, client?.LastCommand);
            printer.Failure(code, text, failure);
            return (int)code;
        }
    };
}
