using System.CommandLine;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Restores a deleted domain while it is in redemption. If the registry requires its own report, send that with raw.</summary>
internal static class RestoreVerb
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var deleted = DateOptions.Time("--deleted", "For .dk: when it was deleted, for the report. Default: now");
        var restore = new Command("restore", "Restore a deleted domain") { name, deleted };
        restore.SetAction(runner.Changing((parsed, commands) => commands.Restore(parsed.GetRequiredValue(name), parsed.GetValue(deleted) ?? DateTimeOffset.UtcNow)));
        return restore;
    }
}
