using EppClient.Conformance;

namespace EppClient.SchemaGenerator.Tests.Conformance;

/// <summary>The result of a run of the program.</summary>
internal sealed record Outcome(int ExitCode, IReadOnlyList<string> Problems, string Summary, string Errors)
{
    public static Outcome Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = ConformanceProgram.Run(arguments, output, errors);
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        return new Outcome(code, [.. lines.SkipLast(1)], lines.LastOrDefault() ?? string.Empty, errors.ToString());
    }
}
