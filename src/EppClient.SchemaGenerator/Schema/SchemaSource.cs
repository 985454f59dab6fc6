namespace EppClient.SchemaGenerator.Schema;

/// <summary>A schema file as the project gives it.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Text">Its text.</param>
/// <param name="Options">The item's metadata.</param>
internal sealed record SchemaSource(string Path, string Text, SchemaOptions Options);
