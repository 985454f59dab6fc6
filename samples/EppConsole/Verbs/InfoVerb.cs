using System.CommandLine;
using EppClient;
using EppConsole.Connecting;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Shows the registry's data of an object.</summary>
internal static class InfoVerb
{
    public static Command Create(VerbRunner runner) => new("info", "Show the registry's data of an object")
    {
        Kind(runner, "domain", InfoDomain.RunAsync),
        Kind(runner, "host", InfoHost.RunAsync),
        Kind(runner, "contact", InfoContact.RunAsync),
    };

    private static Command Kind(VerbRunner runner, string kind, Func<string, IEppClient, Printer, CancellationToken, Task> run)
    {
        var name = new Argument<string>("NAME");
        var command = new Command(kind, $"Show a {kind}") { name };
        command.SetAction(runner.Sending((parsed, registry, print, cancellationToken) => run(parsed.GetRequiredValue(name), registry, print, cancellationToken)));
        return command;
    }
}
