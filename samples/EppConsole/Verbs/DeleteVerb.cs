using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;

namespace EppConsole.Verbs;

/// <summary>Deletes an object.</summary>
internal static class DeleteVerb
{
    public static Command Create(VerbRunner runner) => new("delete", "Delete an object; asks first")
    {
        Kind(runner, "domain", "epp delete domain eksempel.dk", name => new DomainDelete(Names.Of(name))),
        Kind(runner, "host", "epp delete host ns1.eksempel.dk --yes", name => new HostDelete(Names.Of(name))),
        Kind(runner, "contact", "epp delete contact AB1", id => new ContactDelete(id)),
    };

    private static VerbCommand Kind(VerbRunner runner, string kind, string example, Func<string, IEppCommand> delete)
    {
        var name = new Argument<string>(kind == "contact" ? "ID" : "NAME");
        var command = new VerbCommand(kind, $"Delete a {kind}; asks first") { Examples = [example] };
        command.Add(name);
        command.SetAction(runner.Changing((parsed, _) => delete(parsed.GetRequiredValue(name)), parsed => $"Deletes the {kind} {parsed.GetRequiredValue(name)}."));
        return command;
    }
}
