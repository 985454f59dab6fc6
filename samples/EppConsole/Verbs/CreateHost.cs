using System.CommandLine;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;

namespace EppConsole.Verbs;

/// <summary>Creates a host.</summary>
internal static class CreateHost
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var addresses = new Option<string[]>("--addr") { Description = "An address, IPv4 or IPv6; repeat for each", HelpName = "IP" };
        var command = new VerbCommand("host", "Create a name server")
        {
            Examples = ["epp create host ns1.eksempel.dk --addr 192.0.2.1 --addr 2001:db8::1"],
        };
        command.Add(name);
        command.Add(addresses);
        command.SetAction(runner.Changing((parsed, _) =>
            new HostCreate(Names.Of(parsed.GetRequiredValue(name)), [.. (parsed.GetValue(addresses) ?? []).Select(address => (HostAddress)address)])));
        return command;
    }
}
