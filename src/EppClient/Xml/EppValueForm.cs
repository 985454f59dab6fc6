namespace EppClient.Xml;

/// <summary>The lexical forms of XML Schema's built-in types that are more than text (part 2, section 3).</summary>
internal enum EppValueForm
{
    Text,
    Language,
    NmToken,
    Name,
    NCName,
    QualifiedName,
    Boolean,
    Decimal,
    Integer,
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
}
