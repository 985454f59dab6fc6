namespace EppClient.Xml;

/// <summary>
/// What a registry changes in schemas that are not its own: facets tightened or relaxed, elements left out. The CLR types stay
/// the same. Generated from an overlay file beside the registry's schemas.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed record EppSchemaOverlay
{
    /// <summary>The simple types with other facets.</summary>
    public IReadOnlyList<EppTypeOverride> SimpleTypes { get; init; } = [];

    /// <summary>Required elements that this registry may leave out.</summary>
    public IReadOnlyList<EppOptionalElement> OptionalElements { get; init; } = [];
}
