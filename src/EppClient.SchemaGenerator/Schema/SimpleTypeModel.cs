namespace EppClient.SchemaGenerator.Schema;

/// <summary>The built-in type of XML Schema that a simple type comes from, as far as its C# form goes.</summary>
internal enum Lexical
{
    /// <summary>White space kept.</summary>
    String,

    /// <summary>White space replaced by blanks.</summary>
    NormalizedString,

    /// <summary>White space collapsed; also every type without a C# form of its own.</summary>
    Token,
    AnyUri,
    Language,
    Boolean,
    SignedByte,
    UnsignedByte,
    Short,
    UnsignedShort,
    Int,
    UnsignedInt,
    Long,
    UnsignedLong,
    Integer,
    Decimal,
    DateTime,
    Date,
    HexBinary,
    Base64Binary,
}

/// <summary>A simple type.</summary>
/// <param name="Name">Its name; null where it is anonymous.</param>
/// <param name="Lexical">What it is made of.</param>
/// <param name="Facets">Its restrictions, those of its base types included.</param>
/// <param name="Values">The enumeration; empty where it is none.</param>
/// <param name="Notes">Documentation and annotations.</param>
/// <param name="Line">Where it is declared.</param>
internal sealed record SimpleTypeModel(
    XmlName? Name, Lexical Lexical, Facets Facets, EquatableArray<EnumerationValue> Values, Notes Notes, SourceLine Line)
{
    public bool IsText => Lexical <= Lexical.Language;

    /// <summary>An enumeration of exactly "true" and "false": a boolean that does not take 0 and 1.</summary>
    public bool IsSpelledBoolean => IsText && Values.Count == 2 && Values.Any(v => v.Text == "true") && Values.Any(v => v.Text == "false");

    public bool IsEnumeration => IsText && Values.Count > 0 && !IsSpelledBoolean;
}

/// <summary>A value of an enumeration.</summary>
internal sealed record EnumerationValue(string Text, Notes Notes);

/// <summary>The restrictions of a simple type.</summary>
internal sealed record Facets
{
    public static readonly Facets None = new();

    public string? MinLength { get; init; }

    public string? MaxLength { get; init; }

    public string? MinInclusive { get; init; }

    public string? MaxInclusive { get; init; }

    public string? FractionDigits { get; init; }

    /// <summary>The pattern of the most derived type that has one, as a .NET regular expression.</summary>
    public string? Pattern { get; init; }
}
