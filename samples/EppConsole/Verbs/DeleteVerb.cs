using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Deletes an object.</summary>
internal static class DeleteVerb
{
    public static Command Create(VerbRunner runner) => new("delete", "Delete an object")
    {
        Kind(runner, "domain", name => new DomainDelete(name)),
        Kind(runner, "host", name => new HostDelete(name)),
        Kind(runner, "contact", id => new ContactDelete(id)),
    };

    private static Command Kind(VerbRunner runner, string kind, Func<string, IEppCommand> delete)
    {
        var name = new Argument<string>("NAME");
        var command = new Command(kind, $"Delete a {kind}") { name };
        command.SetAction(runner.Changing((parsed, _) => delete(parsed.GetRequiredValue(name))));
        return command;
    }
}
