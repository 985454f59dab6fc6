using Microsoft.CodeAnalysis.Text;

namespace EppClient.StressTests.Mutation;

/// <summary>One small mistake that somebody could make.</summary>
/// <param name="File">Where, seen from the root of the repository.</param>
/// <param name="Line">On which line, from 1.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Before">What stands there.</param>
/// <param name="After">What is put there.</param>
internal sealed record Mutant(string File, int Line, TextSpan Span, string Before, string After)
{
    public string In(string text) => string.Concat(text.AsSpan(0, Span.Start), After, text.AsSpan(Span.End));

    public override string ToString() => $"{File}:{Line}: `{Before}` became `{After}`";
}
