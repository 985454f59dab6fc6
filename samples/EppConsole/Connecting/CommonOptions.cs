using System.CommandLine;

namespace EppConsole.Connecting;

/// <summary>The options that say how a verb shows what it does.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document a line", Recursive = true };

    public Option<bool> Xml { get; } = new("--xml") { Description = "Show the messages that pass, redacted, on the error stream", Recursive = true };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Show the command, redacted, and send nothing but questions", Recursive = true };

    public void AddTo(RootCommand root)
    {
        root.Add(Json);
        root.Add(Xml);
        root.Add(DryRun);
    }
}
