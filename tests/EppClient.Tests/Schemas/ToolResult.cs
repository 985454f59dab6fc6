namespace EppClient.Tests.Schemas;

/// <summary>The exit code and the output of a program.</summary>
public sealed record ToolResult(int ExitCode, string Output)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<string> Differences => [.. Lines.Where(l => l.StartsWith("DIFF ", StringComparison.Ordinal))];
}
