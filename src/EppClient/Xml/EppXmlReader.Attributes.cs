using System.Globalization;
using System.Numerics;

namespace EppClient.Xml;

/// <content>Attributes of the element on which the reader stands; null where there is none.</content>
public sealed partial class EppXmlReader
{
    /// <summary>The text of an attribute, white space collapsed.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    public string? Attribute(string localName, string namespaceUri = "") =>
        RawAttribute(localName, namespaceUri) is { } text ? EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse) : null;

    /// <summary>The text of an attribute, white space treated as the type says.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="type">The schema type. Its other facets are not enforced on what comes in.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    public string? Attribute(string localName, EppSimpleType type, string namespaceUri = "") =>
        RawAttribute(localName, namespaceUri) is { } text ? EppWhiteSpaces.Normalize(text, type) : null;

    /// <summary>A boolean attribute.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no boolean.</exception>
    public bool? BooleanAttribute(string localName, string namespaceUri = "") => Attribute<bool>(localName, namespaceUri, EppLexical.TryParse, "true, false, 1 or 0");

    /// <summary>An attribute that is a whole number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number, or one that does not fit.</exception>
    public ulong? UInt64Attribute(string localName, string namespaceUri = "") => IntegerAttribute<ulong>(localName, namespaceUri);

    /// <summary>An attribute that is a whole number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number, or one that does not fit.</exception>
    public long? Int64Attribute(string localName, string namespaceUri = "") => IntegerAttribute<long>(localName, namespaceUri);

    /// <summary>An attribute that is a whole number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number, or one that does not fit.</exception>
    public int? Int32Attribute(string localName, string namespaceUri = "") => IntegerAttribute<int>(localName, namespaceUri);

    /// <summary>An attribute that is a whole number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number, or one that does not fit.</exception>
    public ushort? UInt16Attribute(string localName, string namespaceUri = "") => IntegerAttribute<ushort>(localName, namespaceUri);

    /// <summary>An attribute that is a whole number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number, or one that does not fit.</exception>
    public byte? ByteAttribute(string localName, string namespaceUri = "") => IntegerAttribute<byte>(localName, namespaceUri);

    /// <summary>An attribute that is a whole number of any size.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public BigInteger? BigIntegerAttribute(string localName, string namespaceUri = "") => Attribute<BigInteger>(localName, namespaceUri, EppLexical.TryParse, "a whole number");

    /// <summary>An attribute that is a decimal number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public decimal? DecimalAttribute(string localName, string namespaceUri = "") => Attribute<decimal>(localName, namespaceUri, EppLexical.TryParse, "a decimal number");

    /// <summary>An attribute that is a floating-point number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public double? DoubleAttribute(string localName, string namespaceUri = "") => Attribute<double>(localName, namespaceUri, EppLexical.TryParse, EppForms.Expected(EppValueForm.Double));

    /// <summary>An attribute that is a floating-point number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public float? SingleAttribute(string localName, string namespaceUri = "") => Attribute<float>(localName, namespaceUri, EppLexical.TryParse, EppForms.Expected(EppValueForm.Float));

    /// <summary>An attribute that is a date and time; without a zone it is taken as UTC.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no dateTime.</exception>
    public DateTimeOffset? DateTimeAttribute(string localName, string namespaceUri = "") =>
        Attribute<DateTimeOffset>(localName, namespaceUri, EppLexical.TryParse, "a date and time such as 2026-11-23T10:00:00Z");

    /// <summary>An attribute that is a date.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is no date.</exception>
    public EppDate? DateAttribute(string localName, string namespaceUri = "") => Attribute<EppDate>(localName, namespaceUri, EppLexical.TryParse, "a date such as 2026-11-23");

    /// <summary>An attribute that is octets in hexadecimal digits.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is not hexadecimal.</exception>
    public EppBinary? HexAttribute(string localName, string namespaceUri = "") =>
        Attribute<EppBinary>(localName, namespaceUri, EppLexical.TryParseHex, EppForms.Expected(EppValueForm.HexBinary));

    /// <summary>An attribute that is octets in base 64.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="namespaceUri">Its canonical namespace; empty for none.</param>
    /// <exception cref="EppProtocolException">The text is not base 64.</exception>
    public EppBinary? Base64Attribute(string localName, string namespaceUri = "") =>
        Attribute<EppBinary>(localName, namespaceUri, EppLexical.TryParseBase64, EppForms.Expected(EppValueForm.Base64Binary));

    private string? RawAttribute(string localName, string namespaceUri) =>
        _reader.AttributeValue(localName, namespaceUri.Length == 0 ? string.Empty : Dialect.ToWire(namespaceUri));

    private T? IntegerAttribute<T>(string localName, string namespaceUri)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Attribute<T>(localName, namespaceUri, EppLexical.TryParse, IntegerRange<T>.Text);

    private T? Attribute<T>(string localName, string namespaceUri, Parser<T> parse, string expected)
        where T : struct
    {
        if (Attribute(localName, namespaceUri) is not { } text)
        {
            return null;
        }

        return parse(text, out var value) ? value : throw Unreadable(expected, AttributePath(localName));
    }

    private string AttributePath(string localName) => string.Create(CultureInfo.InvariantCulture, $"{Path}/@{localName}");
}
