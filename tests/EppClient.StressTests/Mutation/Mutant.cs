using Microsoft.CodeAnalysis.Text;

namespace EppClient.StressTests.Mutation;

/// <summary>One small change of the code that a test should detect.</summary>
/// <param name="File">The path relative to the root of the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Scope">The expression or statement that is duplicated, original and mutated.</param>
/// <param name="Span">The replaced part of the scope.</param>
/// <param name="Before">The replaced text.</param>
/// <param name="After">The replacement; empty if a statement is removed.</param>
internal sealed record Mutant(string File, int Line, TextSpan Scope, TextSpan Span, string Before, string After)
{
    /// <summary>The number, from 1; 0 before the mutant is selected.</summary>
    public int Number { get; init; }

    /// <summary>Whether it is in code that runs once in a process, so that only the first test reaches it.</summary>
    public bool RunsOnce { get; init; }

    public bool IsStatement => After.Length == 0;

    public string In(string text) => string.Concat(text.AsSpan(0, Span.Start), After, text.AsSpan(Span.End));

    /// <summary>The text of its scope after the change.</summary>
    public string MutatedScope(string text) => string.Concat(text.AsSpan(Scope.Start, Span.Start - Scope.Start), After, text.AsSpan(Span.End, Scope.End - Span.End));

    public override string ToString() => $"{File}:{Line}: `{OneLine(Before)}` {(IsStatement ? "left out" : $"became `{OneLine(After)}`")}";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
