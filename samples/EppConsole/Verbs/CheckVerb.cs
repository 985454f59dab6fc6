using System.CommandLine;
using EppClient;
using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppConsole.Connecting;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Can these be created?</summary>
internal static class CheckVerb
{
    public static Command Create(VerbRunner runner) => new("check", "Ask whether names or handles are free")
    {
        Kind(runner, "domain", async (names, registry, print, cancellationToken) =>
        {
            var answer = await registry.SendAsync(new DomainCheck(names), cancellationToken);
            foreach (var item in answer.Data.Items)
            {
                Print(print, item.Name, item.Available, item.Reason);
            }
        }),
        Kind(runner, "host", async (names, registry, print, cancellationToken) =>
        {
            var answer = await registry.SendAsync(new HostCheck(names), cancellationToken);
            foreach (var item in answer.Data.Items)
            {
                Print(print, item.Name, item.Available, item.Reason);
            }
        }),
        Kind(runner, "contact", async (ids, registry, print, cancellationToken) =>
        {
            var answer = await registry.SendAsync(new ContactCheck(ids), cancellationToken);
            foreach (var item in answer.Data.Items)
            {
                Print(print, item.Id, item.Available, item.Reason);
            }
        }),
    };

    private static Command Kind(VerbRunner runner, string kind, Func<string[], IEppClient, Printer, CancellationToken, Task> run)
    {
        var names = new Argument<string[]>("NAME") { Arity = ArgumentArity.OneOrMore };
        var command = new Command(kind, $"Check of a {kind}") { names };
        command.SetAction(runner.Sending((parsed, registry, print, cancellationToken) => run(parsed.GetRequiredValue(names), registry, print, cancellationToken)));
        return command;
    }

    private static void Print(Printer print, string name, bool isFree, string? reason)
    {
        print.Print(new("name", name), new("free", isFree), new("reason", reason));
        print.Separate();
    }
}
