using System.Text.Json;

namespace EppClient.TestSupport.Consoles;

/// <summary>What a run of the program left behind.</summary>
public sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The documents, one a line.</summary>
    public IReadOnlyList<JsonElement> Documents =>
        [.. Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
}
