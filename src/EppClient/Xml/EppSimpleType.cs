namespace EppClient.Xml;

/// <summary>
/// A simple type of a schema: its name and its facets. Generated code holds one of each; a registry's
/// <see cref="EppSchemaOverlay"/> may replace it when a message is written.
/// </summary>
/// <remarks>
/// Immutable and safe for use by several threads. A type is made from the built-in type that it restricts, which supplies the
/// lexical form: <c>EppSimpleType.Decimal with { ... }</c>.
/// </remarks>
public sealed partial record EppSimpleType
{
    /// <summary>The namespace of the schema that declares the type.</summary>
    public required string NamespaceUri { get; init; }

    /// <summary>The type's name in the schema, such as <c>labelType</c>.</summary>
    public required string LocalName { get; init; }

    /// <summary>The name with the schema's usual prefix, for messages: <c>eppcom:labelType</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>How white space is treated before the other facets are looked at.</summary>
    public EppWhiteSpace WhiteSpace { get; init; } = EppWhiteSpace.Collapse;

    /// <summary>The least length, in characters (Unicode code points), in octets of a binary value, or in items of a list.</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest length, in characters (Unicode code points), in octets of a binary value, or in items of a list.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least value of a number, date or duration, as the schema writes it.</summary>
    public string? MinInclusive { get; init; }

    /// <summary>The greatest value of a number, date or duration, as the schema writes it.</summary>
    public string? MaxInclusive { get; init; }

    /// <summary>What a number, date or duration must be greater than, as the schema writes it.</summary>
    public string? MinExclusive { get; init; }

    /// <summary>What a number, date or duration must be less than, as the schema writes it.</summary>
    public string? MaxExclusive { get; init; }

    /// <summary>The greatest number of digits.</summary>
    public int? TotalDigits { get; init; }

    /// <summary>The greatest number of digits behind the decimal point.</summary>
    public int? FractionDigits { get; init; }

    /// <summary>The values allowed; null where the type is no enumeration. Compared as values: 1.0 is 1.</summary>
    public IReadOnlyList<string>? Enumeration { get; init; }

    /// <summary>A regular expression of XML Schema that the whole value must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The patterns of the types that this one restricts; the value must match each of them too.</summary>
    public IReadOnlyList<string> BasePatterns { get; init; } = [];

    /// <summary>The type of the items of a list; null where the type is none.</summary>
    public EppSimpleType? Item { get; init; }

    /// <summary>The types of which a value of a union must fit one; empty where the type is no union.</summary>
    public IReadOnlyList<EppSimpleType> Members { get; init; } = [];

    /// <summary>How values are spelt.</summary>
    internal EppValueForm Form { get; init; }

    // A copy made by "with" takes the field along; what it holds belongs to the original.
    internal EppTypeRules Rules => field is { } rules && ReferenceEquals(rules.Type, this) ? rules : field = new EppTypeRules(this);
}
