using System.Text.Json;

namespace EppClient.TestSupport.Consoles;

/// <summary>The exit code and the output of a run of the program.</summary>
public sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>The JSON documents of the output, one per line.</summary>
    public IReadOnlyList<JsonElement> Documents =>
        [.. Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
}
