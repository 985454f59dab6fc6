namespace EppClient.Xml;

/// <summary>
/// A simple type of a schema: its name and its facets. Generated code has one instance of each; a registry's <see cref="EppSchemaOverlay"/> can replace it when
/// a message is written.
/// </summary>
/// <remarks>
/// Immutable and safe for use by several threads. A type is created from the built-in type that it restricts, which supplies the lexical form:
/// <c>EppSimpleType.Decimal with { ... }</c>.
/// </remarks>
public sealed partial record EppSimpleType
{
    /// <summary>The namespace of the schema that declares the type.</summary>
    public required string NamespaceUri { get; init; }

    /// <summary>The name of the type in the schema, such as <c>labelType</c>.</summary>
    public required string LocalName { get; init; }

    /// <summary>The name with the schema's usual prefix, for messages: <c>eppcom:labelType</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>How white space is processed before the other facets are checked.</summary>
    public EppWhiteSpace WhiteSpace { get; init; } = EppWhiteSpace.Collapse;

    /// <summary>The minimum length, in characters (Unicode code points), in bytes of a binary value, or in items of a list.</summary>
    public int? MinLength { get; init; }

    /// <summary>The maximum length, in characters (Unicode code points), in bytes of a binary value, or in items of a list.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The minimum of a number, date or duration, as in the schema.</summary>
    public string? MinInclusive { get; init; }

    /// <summary>The maximum of a number, date or duration, as in the schema.</summary>
    public string? MaxInclusive { get; init; }

    /// <summary>The exclusive lower limit of a number, date or duration, as in the schema.</summary>
    public string? MinExclusive { get; init; }

    /// <summary>The exclusive upper limit of a number, date or duration, as in the schema.</summary>
    public string? MaxExclusive { get; init; }

    /// <summary>The maximum number of digits.</summary>
    public int? TotalDigits { get; init; }

    /// <summary>The maximum number of digits after the decimal point.</summary>
    public int? FractionDigits { get; init; }

    /// <summary>The allowed values; null if the type is not an enumeration. Compared as values: 1.0 equals 1.</summary>
    public IReadOnlyList<string>? Enumeration { get; init; }

    /// <summary>The XML Schema regular expression that the whole value must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The patterns of the base types; the value must match each of them too.</summary>
    public IReadOnlyList<string> BasePatterns { get; init; } = [];

    /// <summary>The type of the items; null if the type is not a list.</summary>
    public EppSimpleType? Item { get; init; }

    /// <summary>The member types of a union, one of which a value must match; empty if the type is not a union.</summary>
    public IReadOnlyList<EppSimpleType> Members { get; init; } = [];

    /// <summary>The lexical form of the values.</summary>
    internal EppValueForm Form { get; init; }

    // A copy made by "with" copies the field too, but the rules in it belong to the original.
    internal EppTypeRules Rules => field is { } rules && ReferenceEquals(rules.Type, this) ? rules : field = new EppTypeRules(this);
}
