namespace EppClient.SchemaGenerator.Schema;

/// <summary>A schema file of the project.</summary>
/// <param name="Path">The path.</param>
/// <param name="Text">The text.</param>
/// <param name="Options">The metadata of the item.</param>
internal sealed record SchemaSource(string Path, string Text, SchemaOptions Options);
