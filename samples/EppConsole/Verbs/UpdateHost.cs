using System.CommandLine;
using EppClient.Commands;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Changes a host's addresses.</summary>
internal static class UpdateHost
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var add = new Option<string[]>("--add-addr") { Description = "An address to add", HelpName = "IP" };
        var remove = new Option<string[]>("--rem-addr") { Description = "An address to remove", HelpName = "IP" };
        var command = new Command("host", "Change the addresses of a host") { name, add, remove };
        command.SetAction(runner.Changing((parsed, _) =>
        {
            var update = new HostUpdate(parsed.GetRequiredValue(name)) { Add = Part(parsed.GetValue(add)), Remove = Part(parsed.GetValue(remove)) };
            return update is { Add: null, Remove: null } ? throw new UsageException("No change is given. Set --add-addr or --rem-addr.") : update;
        }));
        return command;
    }

    private static HostUpdateItems? Part(string[]? addresses) =>
        addresses is { Length: > 0 } ? new HostUpdateItems { Addresses = [.. addresses.Select(address => (HostAddress)address)] } : null;
}
