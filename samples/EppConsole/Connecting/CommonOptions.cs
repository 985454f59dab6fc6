using System.CommandLine;
using EppConsole.Help;

namespace EppConsole.Connecting;

/// <summary>The options for what a verb sends and prints.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document per line" };

    public Option<bool> Xml { get; } = new("--xml") { Description = "Show the messages, redacted, on the error stream" };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Show the command, redacted, without sending it; only queries are sent" };

    public Option<bool> Yes { get; } = new("--yes") { Description = "Do not ask before a change that cannot be undone" };

    public Option<string[]> ExtensionFiles { get; } = new("--extension")
    {
        Description = "Send the XML element in this file as an extension of the command; repeat for each",
        HelpName = "FILE",
    };

    public OptionGroup Group => new("Options of all verbs", [Json, Xml, DryRun, Yes, ExtensionFiles]);
}
