using System.CommandLine;

namespace EppConsole.Help;

/// <summary>A verb with examples, which its help shows.</summary>
internal sealed class VerbCommand(string name, string description) : Command(name, description)
{
    /// <summary>Gets command lines that show typical uses, without the options of the connection.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
