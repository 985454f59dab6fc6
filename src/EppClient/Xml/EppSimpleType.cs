using System.Text.RegularExpressions;

namespace EppClient.Xml;

/// <summary>
/// A simple type of a schema: its name and its facets. Generated code holds one of each; a registry's
/// <see cref="EppSchemaOverlay"/> may replace it when a message is written.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed record EppSimpleType
{
    /// <summary><c>xs:string</c>.</summary>
    public static readonly EppSimpleType String = BuiltIn("string", EppWhiteSpace.Preserve);

    /// <summary><c>xs:normalizedString</c>.</summary>
    public static readonly EppSimpleType NormalizedString = BuiltIn("normalizedString", EppWhiteSpace.Replace);

    /// <summary><c>xs:token</c>.</summary>
    public static readonly EppSimpleType Token = BuiltIn("token", EppWhiteSpace.Collapse);

    /// <summary><c>xs:anyURI</c>.</summary>
    public static readonly EppSimpleType AnyUri = BuiltIn("anyURI", EppWhiteSpace.Collapse);

    /// <summary><c>xs:language</c>.</summary>
    public static readonly EppSimpleType Language = BuiltIn("language", EppWhiteSpace.Collapse) with
    {
        Pattern = "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
    };

    /// <summary><c>xs:boolean</c>.</summary>
    public static readonly EppSimpleType Boolean = BuiltIn("boolean", EppWhiteSpace.Collapse);

    /// <summary><c>xs:dateTime</c>.</summary>
    public static readonly EppSimpleType DateTime = BuiltIn("dateTime", EppWhiteSpace.Collapse);

    /// <summary><c>xs:date</c>.</summary>
    public static readonly EppSimpleType Date = BuiltIn("date", EppWhiteSpace.Collapse);

    /// <summary><c>xs:decimal</c>.</summary>
    public static readonly EppSimpleType Decimal = BuiltIn("decimal", EppWhiteSpace.Collapse);

    /// <summary><c>xs:integer</c>.</summary>
    public static readonly EppSimpleType Integer = BuiltIn("integer", EppWhiteSpace.Collapse);

    /// <summary><c>xs:int</c>.</summary>
    public static readonly EppSimpleType Int = BuiltIn("int", EppWhiteSpace.Collapse);

    /// <summary><c>xs:unsignedLong</c>.</summary>
    public static readonly EppSimpleType UnsignedLong = BuiltIn("unsignedLong", EppWhiteSpace.Collapse);

    /// <summary><c>xs:unsignedShort</c>.</summary>
    public static readonly EppSimpleType UnsignedShort = BuiltIn("unsignedShort", EppWhiteSpace.Collapse);

    /// <summary><c>xs:unsignedByte</c>.</summary>
    public static readonly EppSimpleType UnsignedByte = BuiltIn("unsignedByte", EppWhiteSpace.Collapse);

    /// <summary><c>xs:hexBinary</c>.</summary>
    public static readonly EppSimpleType HexBinary = BuiltIn("hexBinary", EppWhiteSpace.Collapse);

    /// <summary><c>xs:base64Binary</c>.</summary>
    public static readonly EppSimpleType Base64Binary = BuiltIn("base64Binary", EppWhiteSpace.Collapse);

    private Regex? _expression;

    /// <summary>The namespace of the schema that declares the type.</summary>
    public required string NamespaceUri { get; init; }

    /// <summary>The type's name in the schema, such as <c>labelType</c>.</summary>
    public required string LocalName { get; init; }

    /// <summary>The name with the schema's usual prefix, for messages: <c>eppcom:labelType</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>How white space is treated before the other facets are looked at.</summary>
    public EppWhiteSpace WhiteSpace { get; init; } = EppWhiteSpace.Collapse;

    /// <summary>The least length, in characters (Unicode code points), or in octets of a binary value.</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest length, in characters (Unicode code points), or in octets of a binary value.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least value of a number.</summary>
    public decimal? MinInclusive { get; init; }

    /// <summary>The greatest value of a number.</summary>
    public decimal? MaxInclusive { get; init; }

    /// <summary>The greatest number of digits behind the decimal point.</summary>
    public int? FractionDigits { get; init; }

    /// <summary>The values allowed; null where the type is no enumeration.</summary>
    public IReadOnlyList<string>? Enumeration { get; init; }

    /// <summary>A regular expression that the whole value must match.</summary>
    public string? Pattern
    {
        get;
        init
        {
            field = value;
            _expression = null;
        }
    }

    /// <summary>Whether the whole value matches <see cref="Pattern"/>; true where there is none.</summary>
    /// <param name="value">The value, white space already treated.</param>
    internal bool MatchesPattern(string value)
    {
        if (Pattern is null)
        {
            return true;
        }

        // NonBacktracking: a pattern comes from a schema that a user brings, and must not become a way to stall.
        _expression ??= new Regex($@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return _expression.IsMatch(value);
    }

    private static EppSimpleType BuiltIn(string name, EppWhiteSpace whiteSpace) => new()
    {
        NamespaceUri = "http://www.w3.org/2001/XMLSchema",
        LocalName = name,
        DisplayName = "xs:" + name,
        WhiteSpace = whiteSpace,
    };
}
