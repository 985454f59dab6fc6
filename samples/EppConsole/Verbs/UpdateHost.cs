using System.CommandLine;
using EppClient.Commands;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>A host's addresses.</summary>
internal static class UpdateHost
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var add = new Option<string[]>("--add-addr") { Description = "A further address", HelpName = "IP" };
        var remove = new Option<string[]>("--rem-addr") { Description = "An address to take away", HelpName = "IP" };
        var command = new Command("host", "Change the addresses of a host") { name, add, remove };
        command.SetAction(runner.Changing((parsed, _) =>
        {
            var update = new HostUpdate(parsed.GetRequiredValue(name)) { Add = Part(parsed.GetValue(add)), Remove = Part(parsed.GetValue(remove)) };
            return update is { Add: null, Remove: null } ? throw new UsageException("What shall change? Say --add-addr or --rem-addr.") : update;
        }));
        return command;
    }

    private static HostAddRemove? Part(string[]? addresses) =>
        addresses is { Length: > 0 } ? new HostAddRemove { Addresses = [.. addresses.Select(address => (HostAddress)address)] } : null;
}
