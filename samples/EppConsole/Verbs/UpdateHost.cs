using System.CommandLine;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Changes a host.</summary>
internal static class UpdateHost
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var add = new Option<string[]>("--add-addr") { Description = "An address to add; repeat for each", HelpName = "IP" };
        var remove = new Option<string[]>("--rem-addr") { Description = "An address to remove; repeat for each", HelpName = "IP" };
        var addStatus = new Option<string[]>("--add-status") { Description = "A status to set, such as clientUpdateProhibited", HelpName = "STATUS" };
        var removeStatus = new Option<string[]>("--rem-status") { Description = "A status to remove", HelpName = "STATUS" };
        var newName = new Option<string?>("--new-name") { Description = "The new name. Not for .dk", HelpName = "NAME" };
        var manager = new Option<string?>("--manager") { Description = "For .dk: the handle of the new manager, who may have to accept", HelpName = "ID" };
        Option[] options = [add, remove, addStatus, removeStatus, newName, manager];
        var command = new VerbCommand("host", "Change the addresses, the statuses or the name of a host")
        {
            Examples = ["epp update host ns1.eksempel.dk --add-addr 2001:db8::1 --rem-addr 192.0.2.1"],
        };
        command.Add(name);
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(runner.Changing((parsed, commands) => options.Any(option => Choices.IsGiven(parsed, option))
            ? commands.UpdateHost(new HostEdit(Names.Of(parsed.GetRequiredValue(name)))
            {
                AddedAddresses = parsed.GetValue(add) ?? [],
                RemovedAddresses = parsed.GetValue(remove) ?? [],
                AddedStatuses = parsed.GetValue(addStatus) ?? [],
                RemovedStatuses = parsed.GetValue(removeStatus) ?? [],
                NewName = parsed.GetValue(newName) is { } text ? Names.Of(text) : null,
                Manager = parsed.GetValue(manager),
            })
            : throw new UsageException("No change is given. Try epp update host --help.")));
        return command;
    }
}
