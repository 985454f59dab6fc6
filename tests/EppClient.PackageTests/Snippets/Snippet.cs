namespace EppClient.PackageTests.Snippets;

/// <summary>A code block in a text for readers.</summary>
/// <param name="Path">The file, relative to the root of the repository.</param>
/// <param name="Line">The line of the file in which the code starts, from 1.</param>
/// <param name="Language">The language of the code.</param>
/// <param name="Code">The code.</param>
internal sealed record Snippet(string Path, int Line, string Language, string Code)
{
    /// <summary>The namespace around an example in a documentation comment; null in other texts.</summary>
    public string? Namespace { get; init; }

    public override string ToString() => $"{Path}({Line})";
}
