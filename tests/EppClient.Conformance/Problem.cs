namespace EppClient.Conformance;

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Line">The line, from 1; 0 where it is not known.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Problem(string Path, int Line, int Column, string Text)
{
    public Problem(string path, string text)
        : this(path, 0, 0, text)
    {
    }

    /// <summary>Whether it is a note rather than a failure.</summary>
    public bool IsNote { get; init; }

    /// <summary>The problem in one line, as compilers print theirs.</summary>
    public override string ToString() => $"{Path}{(Line > 0 ? $"({Line},{Column})" : string.Empty)}: {Text.ReplaceLineEndings(" ")}";
}
