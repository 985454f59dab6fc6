using System.CommandLine;

namespace EppConsole.Connecting;

/// <summary>The options for the output of a verb.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document per line", Recursive = true };

    public Option<bool> Xml { get; } = new("--xml") { Description = "Show the messages, redacted, on the error stream", Recursive = true };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Show the command, redacted, without sending it; only queries are sent", Recursive = true };

    public void AddTo(RootCommand root)
    {
        root.Add(Json);
        root.Add(Xml);
        root.Add(DryRun);
    }
}
