namespace EppClient.SchemaGenerator.Schema;

/// <summary>A position in a schema file.</summary>
/// <param name="Path">The file; empty for schemas that are embedded in the generator.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct SourceLine(string Path, int Line, int Column);
