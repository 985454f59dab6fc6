namespace EppClient.Conformance;

/// <summary>A problem in a schema, a message or a folder.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Line">The line, from 1; 0 if unknown.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Text">The description of the problem.</param>
internal sealed record Problem(string Path, int Line, int Column, string Text)
{
    public Problem(string path, string text)
        : this(path, 0, 0, text)
    {
    }

    /// <summary>Whether it is a note rather than a failure.</summary>
    public bool IsNote { get; init; }

    /// <summary>Returns the problem on one line, in the format of compilers.</summary>
    public override string ToString() => $"{Path}{(Line > 0 ? $"({Line},{Column})" : string.Empty)}: {Text.ReplaceLineEndings(" ")}";
}
