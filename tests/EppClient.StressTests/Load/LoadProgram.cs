using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;

namespace EppClient.StressTests.Load;

/// <summary>The command line. Exit codes: 0 success, 1 the registry rejected a command, 2 wrong usage, 3 connection or protocol failure, 4 outcome unknown.</summary>
internal static class LoadProgram
{
    private const int Refused = 1;
    private const int WrongUsage = 2;
    private const int ConnectionFailed = 3;
    private const int OutcomeUnknown = 4;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var host = new Option<string>("--host") { Description = "The server.", DefaultValueFactory = _ => "localhost" };
        var port = new Option<int>("--port") { Description = "Its port.", Required = true };
        var user = new Option<string>("--user") { Description = "The client identifier.", DefaultValueFactory = _ => "load" };
        var password = new Option<string>("--password-env") { Description = "The environment variable that holds the password.", Required = true };
        var authority = new Option<FileInfo?>("--ca") { Description = "The CA of the server's certificate, PEM." };
        var sessions = Count("--sessions", "Sessions.", 1);
        var depth = Count("--depth", "Commands in flight per session.", 1);
        var commands = Count("--commands", "Commands per session.", 100_000);
        var warmUp = new Option<int>("--warmup") { Description = "Commands per session before the measurement.", DefaultValueFactory = _ => 20_000 };
        var verb = new Option<LoadVerb>("--verb") { Description = "check, info or create.", DefaultValueFactory = _ => LoadVerb.Check };
        var client = new Option<LoadClientKind>("--client") { Description = "Library, BareBlocking or BareAsync.", DefaultValueFactory = _ => LoadClientKind.Library };
        var inline = new Option<bool>("--inline") { Description = "Completes socket operations on the thread that detects them: DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1." };
        var json = new Option<bool>("--json") { Description = "One line of JSON." };
        var root = new RootCommand("Sends one command repeatedly and prints rate, latency, processor time and allocation.")
        {
            host, port, user, password, authority, sessions, depth, commands, warmUp, verb, client, inline, json,
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(new InvocationConfiguration { Output = error, Error = error }).ConfigureAwait(false);
            return WrongUsage;
        }

        if (parsed.Action is not null)
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }).ConfigureAwait(false);
        }

        var variable = parsed.GetRequiredValue(password);
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } secret)
        {
            await error.WriteLineAsync($"The environment variable {variable} is not set. Set it to the password.").ConfigureAwait(false);
            return WrongUsage;
        }

        var options = new LoadOptions
        {
            Host = parsed.GetRequiredValue(host),
            Port = parsed.GetRequiredValue(port),
            User = parsed.GetRequiredValue(user),
            Password = secret,
            Authority = parsed.GetValue(authority),
            Sessions = parsed.GetValue(sessions),
            Depth = parsed.GetValue(depth),
            Commands = parsed.GetValue(commands),
            WarmUp = parsed.GetValue(warmUp),
            Verb = parsed.GetValue(verb),
            Client = parsed.GetValue(client),
        };
        if (parsed.GetValue(inline))
        {
            // The runtime reads it when the first socket is used.
            Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        }

        try
        {
            var figures = await LoadRun.MeasureAsync(options).ConfigureAwait(false);
            await output.WriteLineAsync(parsed.GetValue(json) ? figures.ToJson(options) : figures.ToText(options)).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is EppException or EppOutcomeUnknownCanceledException or IOException or SocketException or AuthenticationException or ArgumentException)
        {
            await error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return e switch
            {
                EppCommandException => Refused,
                EppOutcomeUnknownException or EppOutcomeUnknownCanceledException => OutcomeUnknown,
                ArgumentException => WrongUsage,
                _ => ConnectionFailed,
            };
        }
    }

    private static Option<int> Count(string name, string description, int otherwise)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be at least 1."));
            }
        });
        return option;
    }
}
