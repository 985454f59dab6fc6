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

/// <summary>A required element that a registry may leave out.</summary>
/// <param name="NamespaceUri">The namespace of the schema.</param>
/// <param name="TypeName">The complex type in which the element stands, such as <c>trnDataType</c>.</param>
/// <param name="ElementName">The element, such as <c>acID</c>.</param>
public sealed record EppOptionalElement(string NamespaceUri, string TypeName, string ElementName);

/// <summary>Other facets for a simple type.</summary>
/// <param name="NamespaceUri">The namespace of the schema that declares the type.</param>
/// <param name="LocalName">The type's name in the schema.</param>
public sealed record EppTypeOverride(string NamespaceUri, string LocalName)
{
    /// <summary>Replaces the least length.</summary>
    public int? MinLength { get; init; }

    /// <summary>Replaces the greatest length.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Replaces the regular expression that the whole value must match; empty takes it away.</summary>
    public string? Pattern { get; init; }

    /// <summary>Values that the enumeration loses.</summary>
    public IReadOnlyList<string> WithoutEnumeration { get; init; } = [];

    /// <summary>Values that the enumeration gains.</summary>
    public IReadOnlyList<string> WithEnumeration { get; init; } = [];

    internal EppSimpleType Apply(EppSimpleType type) => type with
    {
        MinLength = MinLength ?? type.MinLength,
        MaxLength = MaxLength ?? type.MaxLength,
        Pattern = Pattern switch
        {
            null => type.Pattern,
            "" => null,
            _ => Pattern,
        },
        BasePatterns = Pattern is null ? type.BasePatterns : [],
        Enumeration = type.Enumeration is { } values ? [.. values.Except(WithoutEnumeration), .. WithEnumeration] : null,
    };
}
