using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>
/// The changes that a registry makes to schemas of others: facets that are tightened or relaxed, and elements that are omitted. The CLR types stay the same.
/// Generated from an overlay file beside the registry's schemas.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EppSchemaOverlay
{
    /// <summary>The simple types with changed facets.</summary>
    public IReadOnlyList<EppTypeOverride> SimpleTypes { get; init; } = [];

    /// <summary>The required elements that this registry may omit.</summary>
    public IReadOnlyList<EppOptionalElement> OptionalElements { get; init; } = [];
}

/// <summary>A required element that a registry may omit.</summary>
/// <param name="NamespaceUri">The namespace of the schema.</param>
/// <param name="TypeName">The complex type that contains the element, such as <c>trnDataType</c>.</param>
/// <param name="ElementName">The name of the element, such as <c>acID</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EppOptionalElement(string NamespaceUri, string TypeName, string ElementName);

/// <summary>Changed facets of a simple type.</summary>
/// <param name="NamespaceUri">The namespace of the schema that declares the type.</param>
/// <param name="LocalName">The name of the type in the schema.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EppTypeOverride(string NamespaceUri, string LocalName)
{
    /// <summary>Replaces the minimum length.</summary>
    public int? MinLength { get; init; }

    /// <summary>Replaces the maximum length.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Replaces the regular expression that the whole value must match; an empty string removes it.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values that are removed from the enumeration.</summary>
    public IReadOnlyList<string> WithoutEnumeration { get; init; } = [];

    /// <summary>The values that are added to the enumeration.</summary>
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
