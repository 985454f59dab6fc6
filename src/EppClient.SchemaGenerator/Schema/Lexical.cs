namespace EppClient.SchemaGenerator.Schema;

/// <summary>The built-in type of XML Schema that a simple type is derived from, as far as the C# type depends on it.</summary>
internal enum Lexical
{
    /// <summary>White space is kept.</summary>
    String,

    /// <summary>White space is replaced by blanks.</summary>
    NormalizedString,

    /// <summary>White space is collapsed.</summary>
    Token,
    AnyUri,
    Language,
    NmToken,
    Name,
    NCName,
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
    NonNegativeInteger,
    PositiveInteger,
    NonPositiveInteger,
    NegativeInteger,
    Decimal,
    Float,
    Double,
    Duration,
    DateTime,
    Time,
    Date,
    GYearMonth,
    GYear,
    GMonthDay,
    GDay,
    GMonth,
    HexBinary,
    Base64Binary,
    QualifiedName,
    List,
    Union,
}

/// <summary>The names of the built-in types.</summary>
internal static class Lexicals
{
    // Other built-in types have the name of the enumeration member, with a small first letter.
    private static readonly Dictionary<string, Lexical> Named = new(StringComparer.Ordinal)
    {
        ["anySimpleType"] = Lexical.String,
        ["anyAtomicType"] = Lexical.String,
        ["anyURI"] = Lexical.AnyUri,
        ["NMTOKEN"] = Lexical.NmToken,
        ["Name"] = Lexical.Name,
        ["NCName"] = Lexical.NCName,
        ["ID"] = Lexical.NCName,
        ["IDREF"] = Lexical.NCName,
        ["ENTITY"] = Lexical.NCName,
        ["byte"] = Lexical.SignedByte,
        ["QName"] = Lexical.QualifiedName,
        ["NOTATION"] = Lexical.QualifiedName,
        ["NMTOKENS"] = Lexical.List,
        ["IDREFS"] = Lexical.List,
        ["ENTITIES"] = Lexical.List,
    };

    public static Lexical Of(string builtIn)
    {
        if (Named.TryGetValue(builtIn, out var named))
        {
            return named;
        }

        var name = builtIn.Length == 0 ? builtIn : char.ToUpperInvariant(builtIn[0]) + builtIn.Substring(1);
        return Enum.TryParse<Lexical>(name, out var lexical) ? lexical : Lexical.Token;
    }

    /// <summary>The type of the items of a built-in list.</summary>
    public static string ItemOf(string builtInList) => builtInList switch { "NMTOKENS" => "NMTOKEN", "IDREFS" => "IDREF", _ => "ENTITY" };

    /// <summary>The name of the descriptor of a built-in type.</summary>
    public static string Descriptor(string builtIn) => builtIn switch
    {
        "NMTOKENS" => "NmTokens",
        "IDREFS" or "ENTITIES" => "NCNames",
        _ => Of(builtIn).ToString(),
    };
}
