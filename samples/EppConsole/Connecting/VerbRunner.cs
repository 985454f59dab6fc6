using System.CommandLine;
using EppClient;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Connecting;

/// <summary>Reads more fields to print, once the registry has carried out a change.</summary>
internal delegate Task<IReadOnlyList<Field>> ReadAfterwards(
    ParseResult parsed, EppResponse response, IEppCommand sent, IRegistryCommands commands, IEppClient registry, CancellationToken cancellationToken);

/// <summary>Runs a verb: opens the resources, prints the results, and turns failures into a text and an exit code.</summary>
internal sealed class VerbRunner(ConnectionOptions connection, CommonOptions common, Confirmation confirmation, TextWriter output, TextWriter error)
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
        Running((parsed, printer, watch, cancellationToken) =>
        {
            var extensions = ExtensionsOf(parsed);
            return parsed.GetValue(common.DryRun)
                ? run(parsed, new ExtendingClient(new DryRun(ProfileOf(parsed), printer), extensions), printer, cancellationToken)
                : SendAsync(parsed, watch, change, extensions, client => run(parsed, new ExtendingClient(client, extensions), printer, cancellationToken));
        });

    /// <summary>Creates an action that changes an object with one command, which is created from the command line.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Changing(Func<ParseResult, IRegistryCommands, IEppCommand> command, Func<ParseResult, string>? warning = null) =>
        Changing((parsed, commands, _, _) => Task.FromResult<IEppCommand?>(command(parsed, commands)), parsed => warning?.Invoke(parsed));

    /// <summary>Creates an action that queries the present state, and then changes an object with one command, or with none if no change is needed.</summary>
    /// <param name="plan">Creates the command; null if no change is needed.</param>
    /// <param name="warning">What the user has to confirm, because it cannot be undone; null for nothing.</param>
    /// <param name="afterwards">Reads more fields to print, once the registry has carried out the change.</param>
    public Func<ParseResult, CancellationToken, Task<int>> Changing(
        Func<ParseResult, IRegistryCommands, IEppClient, CancellationToken, Task<IEppCommand?>> plan,
        Func<ParseResult, string?>? warning = null,
        ReadAfterwards? afterwards = null) =>
        Running((parsed, printer, watch, cancellationToken) =>
        {
            var extensions = ExtensionsOf(parsed);
            return SendAsync(parsed, watch, static options => options, extensions, async client =>
            {
                var commands = Profiles.CommandsOf(ProfileOf(parsed));
                var isDry = parsed.GetValue(common.DryRun);
                if (!isDry && !parsed.GetValue(common.Yes) && warning?.Invoke(parsed) is { } change)
                {
                    await confirmation.RequireAsync(change, cancellationToken);
                }

                if (await plan(parsed, commands, client, cancellationToken) is not { } command)
                {
                    extensions.RefuseAny();
                    printer.Print([new("message", "No change is needed; nothing was sent.")]);
                    return;
                }

                command = extensions.AddTo(command);
                if (isDry)
                {
                    printer.PrintXml(ProfileOf(parsed).Preview(command).Xml);
                    return;
                }

                var response = await client.SendAsync(command, cancellationToken);
                var more = afterwards is null ? [] : await ReadMoreAsync(() => afterwards(parsed, response, command, commands, client, cancellationToken));
                printer.Response(response, [.. Responses.Of(response), .. Profiles.FieldsOf(ProfileOf(parsed)).Of(response), .. more]);
            });
        });

    /// <summary>Creates an action that uses a pool of several sessions and returns its own exit code.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Working(
        Func<ParseResult, EppOptions, EppOptions> change, Func<ParseResult, EppSessionPool, Printer, CancellationToken, Task<ExitCode>> run) =>
        Ending(async (parsed, printer, _, cancellationToken) =>
        {
            RefuseCommandOptions(parsed);
            await using var open = await OpenAsync(parsed, options => change(parsed, options), [], cancellationToken);
            return await run(parsed, open.Pool, printer, cancellationToken);
        });

    /// <summary>Creates an action that shows the session itself.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> LoggingIn(Func<EppSession, Printer, CancellationToken, Task> run) =>
        Running(async (parsed, printer, _, cancellationToken) =>
        {
            RefuseCommandOptions(parsed);
            await using var open = await OpenAsync(parsed, static options => options, [], cancellationToken);
            await using var session = await open.Pool.RentAsync(cancellationToken);
            await run(session, printer, cancellationToken);
        });

    /// <summary>Creates an action that needs no account.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Looking(Func<EppOptions, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, _, cancellationToken) =>
        {
            RefuseCommandOptions(parsed);
            return run(Shown(parsed, connection.ReadWithoutAccount(parsed)), printer, cancellationToken);
        });

    /// <summary>Creates an action that needs no registry.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Local(Func<ParseResult, EppProfile, Printer, CancellationToken, Task> run) =>
        Running((parsed, printer, _, cancellationToken) =>
        {
            ExtensionsOf(parsed).RefuseAny();
            return run(parsed, ProfileOf(parsed), printer, cancellationToken);
        });

    private async Task SendAsync(
        ParseResult parsed, Action<WatchedClient> watch, Func<EppOptions, EppOptions> change, CommandExtensions extensions, Func<IEppClient, Task> run)
    {
        await using var pool = new LazyPool(cancellationToken => OpenAsync(parsed, change, extensions.NamespaceUris, cancellationToken));
        var client = new WatchedClient(pool);
        watch(client);
        await run(client);
    }

    private Task<OpenPool> OpenAsync(ParseResult parsed, Func<EppOptions, EppOptions> change, IEnumerable<string> extensionUris, CancellationToken cancellationToken) =>
        OpenPool.OpenAsync(Shown(parsed, change(connection.Read(parsed, extensionUris))), connection.ReadShared(parsed), cancellationToken);

    private CommandExtensions ExtensionsOf(ParseResult parsed) => CommandExtensions.Read(parsed.GetValue(common.ExtensionFiles) ?? []);

    // The change is made; a failure of a query after it must not look like a failure of the change.
    private static async Task<IReadOnlyList<Field>> ReadMoreAsync(Func<Task<IReadOnlyList<Field>>> read)
    {
        try
        {
            return await read();
        }
        catch (EppException e)
        {
            return [new("unread", OptionNames.InText(e.Message))];
        }
        catch (OperationCanceledException)
        {
            return [new("unread", "Interrupted after the change was made.")];
        }
    }

    // It is safer to refuse than to send commands that the user expects to be only shown, or commands without their extensions.
    private void RefuseCommandOptions(ParseResult parsed)
    {
        ExtensionsOf(parsed).RefuseAny();
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
