using System.ComponentModel;

namespace EppClient.Xml;

/// <content>The types that XML Schema itself declares (part 2, section 3).</content>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial record EppSimpleType
{
    /// <summary><c>xs:string</c>.</summary>
    public static readonly EppSimpleType String = BuiltIn("string", EppValueForm.Text, EppWhiteSpace.Preserve);

    /// <summary><c>xs:normalizedString</c>.</summary>
    public static readonly EppSimpleType NormalizedString = BuiltIn("normalizedString", EppValueForm.Text, EppWhiteSpace.Replace);

    /// <summary><c>xs:token</c>.</summary>
    public static readonly EppSimpleType Token = BuiltIn("token", EppValueForm.Text);

    /// <summary><c>xs:anyURI</c>.</summary>
    public static readonly EppSimpleType AnyUri = BuiltIn("anyURI", EppValueForm.Text);

    /// <summary><c>xs:language</c>.</summary>
    public static readonly EppSimpleType Language = BuiltIn("language", EppValueForm.Language);

    /// <summary><c>xs:NMTOKEN</c>.</summary>
    public static readonly EppSimpleType NmToken = BuiltIn("NMTOKEN", EppValueForm.NmToken);

    /// <summary><c>xs:Name</c>.</summary>
    public static readonly EppSimpleType Name = BuiltIn("Name", EppValueForm.Name);

    /// <summary><c>xs:NCName</c>, also for <c>xs:ID</c>, <c>xs:IDREF</c> and <c>xs:ENTITY</c>.</summary>
    public static readonly EppSimpleType NCName = BuiltIn("NCName", EppValueForm.NCName);

    /// <summary><c>xs:NMTOKENS</c>.</summary>
    public static readonly EppSimpleType NmTokens = BuiltIn("NMTOKENS", EppValueForm.Text) with { Item = NmToken, MinLength = 1 };

    /// <summary><c>xs:IDREFS</c>, also for <c>xs:ENTITIES</c>.</summary>
    public static readonly EppSimpleType NCNames = BuiltIn("IDREFS", EppValueForm.Text) with { Item = NCName, MinLength = 1 };

    /// <summary><c>xs:QName</c>, also for <c>xs:NOTATION</c>.</summary>
    public static readonly EppSimpleType QualifiedName = BuiltIn("QName", EppValueForm.QualifiedName);

    /// <summary><c>xs:boolean</c>.</summary>
    public static readonly EppSimpleType Boolean = BuiltIn("boolean", EppValueForm.Boolean);

    /// <summary><c>xs:decimal</c>.</summary>
    public static readonly EppSimpleType Decimal = BuiltIn("decimal", EppValueForm.Decimal);

    /// <summary><c>xs:integer</c>.</summary>
    public static readonly EppSimpleType Integer = BuiltIn("integer", EppValueForm.Integer);

    /// <summary><c>xs:nonNegativeInteger</c>.</summary>
    public static readonly EppSimpleType NonNegativeInteger = BuiltIn("nonNegativeInteger", EppValueForm.Integer) with { MinInclusive = "0" };

    /// <summary><c>xs:positiveInteger</c>.</summary>
    public static readonly EppSimpleType PositiveInteger = BuiltIn("positiveInteger", EppValueForm.Integer) with { MinInclusive = "1" };

    /// <summary><c>xs:nonPositiveInteger</c>.</summary>
    public static readonly EppSimpleType NonPositiveInteger = BuiltIn("nonPositiveInteger", EppValueForm.Integer) with { MaxInclusive = "0" };

    /// <summary><c>xs:negativeInteger</c>.</summary>
    public static readonly EppSimpleType NegativeInteger = BuiltIn("negativeInteger", EppValueForm.Integer) with { MaxInclusive = "-1" };

    /// <summary><c>xs:long</c>.</summary>
    public static readonly EppSimpleType Long = BuiltIn("long", EppValueForm.Integer) with { MinInclusive = "-9223372036854775808", MaxInclusive = "9223372036854775807" };

    /// <summary><c>xs:int</c>.</summary>
    public static readonly EppSimpleType Int = BuiltIn("int", EppValueForm.Integer) with { MinInclusive = "-2147483648", MaxInclusive = "2147483647" };

    /// <summary><c>xs:short</c>.</summary>
    public static readonly EppSimpleType Short = BuiltIn("short", EppValueForm.Integer) with { MinInclusive = "-32768", MaxInclusive = "32767" };

    /// <summary><c>xs:byte</c>.</summary>
    public static readonly EppSimpleType SignedByte = BuiltIn("byte", EppValueForm.Integer) with { MinInclusive = "-128", MaxInclusive = "127" };

    /// <summary><c>xs:unsignedLong</c>.</summary>
    public static readonly EppSimpleType UnsignedLong = BuiltIn("unsignedLong", EppValueForm.Integer) with { MinInclusive = "0", MaxInclusive = "18446744073709551615" };

    /// <summary><c>xs:unsignedInt</c>.</summary>
    public static readonly EppSimpleType UnsignedInt = BuiltIn("unsignedInt", EppValueForm.Integer) with { MinInclusive = "0", MaxInclusive = "4294967295" };

    /// <summary><c>xs:unsignedShort</c>.</summary>
    public static readonly EppSimpleType UnsignedShort = BuiltIn("unsignedShort", EppValueForm.Integer) with { MinInclusive = "0", MaxInclusive = "65535" };

    /// <summary><c>xs:unsignedByte</c>.</summary>
    public static readonly EppSimpleType UnsignedByte = BuiltIn("unsignedByte", EppValueForm.Integer) with { MinInclusive = "0", MaxInclusive = "255" };

    /// <summary><c>xs:float</c>.</summary>
    public static readonly EppSimpleType Float = BuiltIn("float", EppValueForm.Float);

    /// <summary><c>xs:double</c>.</summary>
    public static readonly EppSimpleType Double = BuiltIn("double", EppValueForm.Double);

    /// <summary><c>xs:duration</c>.</summary>
    public static readonly EppSimpleType Duration = BuiltIn("duration", EppValueForm.Duration);

    /// <summary><c>xs:dateTime</c>.</summary>
    public static readonly EppSimpleType DateTime = BuiltIn("dateTime", EppValueForm.DateTime);

    /// <summary><c>xs:time</c>.</summary>
    public static readonly EppSimpleType Time = BuiltIn("time", EppValueForm.Time);

    /// <summary><c>xs:date</c>.</summary>
    public static readonly EppSimpleType Date = BuiltIn("date", EppValueForm.Date);

    /// <summary><c>xs:gYearMonth</c>.</summary>
    public static readonly EppSimpleType GYearMonth = BuiltIn("gYearMonth", EppValueForm.GYearMonth);

    /// <summary><c>xs:gYear</c>.</summary>
    public static readonly EppSimpleType GYear = BuiltIn("gYear", EppValueForm.GYear);

    /// <summary><c>xs:gMonthDay</c>.</summary>
    public static readonly EppSimpleType GMonthDay = BuiltIn("gMonthDay", EppValueForm.GMonthDay);

    /// <summary><c>xs:gDay</c>.</summary>
    public static readonly EppSimpleType GDay = BuiltIn("gDay", EppValueForm.GDay);

    /// <summary><c>xs:gMonth</c>.</summary>
    public static readonly EppSimpleType GMonth = BuiltIn("gMonth", EppValueForm.GMonth);

    /// <summary><c>xs:hexBinary</c>.</summary>
    public static readonly EppSimpleType HexBinary = BuiltIn("hexBinary", EppValueForm.HexBinary);

    /// <summary><c>xs:base64Binary</c>.</summary>
    public static readonly EppSimpleType Base64Binary = BuiltIn("base64Binary", EppValueForm.Base64Binary);

    private static EppSimpleType BuiltIn(string name, EppValueForm form, EppWhiteSpace whiteSpace = EppWhiteSpace.Collapse) => new()
    {
        NamespaceUri = "http://www.w3.org/2001/XMLSchema",
        LocalName = name,
        DisplayName = "xs:" + name,
        Form = form,
        WhiteSpace = whiteSpace,
    };
}
