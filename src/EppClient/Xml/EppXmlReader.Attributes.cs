using System.Globalization;
using System.Numerics;

namespace EppClient.Xml;

/// <content>Attributes of the element on which the reader stands; null where there is none.</content>
public sealed partial class EppXmlReader
{
    /// <summary>The text of an attribute, white space collapsed.</summary>
    /// <param name="localName">The attribute; one in a namespace as <c>{namespace}name</c>.</param>
    public string? Attribute(string localName) =>
        AttributeText(localName) is { } text ? EppFacets.Normalize(text, EppWhiteSpace.Collapse) : null;

    /// <summary>A boolean attribute.</summary>
    /// <param name="localName">The attribute.</param>
    /// <exception cref="EppProtocolException">The text is no boolean.</exception>
    public bool? BooleanAttribute(string localName) => Attribute<bool>(localName, EppLexical.TryParse, "true, false, 1 or 0");

    /// <summary>An attribute that is a whole number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public ulong? UInt64Attribute(string localName) => IntegerAttribute<ulong>(localName);

    /// <inheritdoc cref="UInt64Attribute"/>
    public long? Int64Attribute(string localName) => IntegerAttribute<long>(localName);

    /// <summary>An attribute that is a date and time; without a zone it is taken as UTC.</summary>
    /// <param name="localName">The attribute.</param>
    /// <exception cref="EppProtocolException">The text is no dateTime.</exception>
    public DateTimeOffset? DateTimeAttribute(string localName) =>
        Attribute<DateTimeOffset>(localName, EppLexical.TryParse, "a date and time such as 2026-11-23T10:00:00Z");

    /// <inheritdoc cref="UInt64Attribute"/>
    public int? Int32Attribute(string localName) => IntegerAttribute<int>(localName);

    /// <inheritdoc cref="UInt64Attribute"/>
    public ushort? UInt16Attribute(string localName) => IntegerAttribute<ushort>(localName);

    /// <inheritdoc cref="UInt64Attribute"/>
    public byte? ByteAttribute(string localName) => IntegerAttribute<byte>(localName);

    /// <summary>An attribute that is a decimal number.</summary>
    /// <param name="localName">The attribute.</param>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public decimal? DecimalAttribute(string localName) => Attribute<decimal>(localName, EppLexical.TryParse, "a decimal number");

    /// <summary>An attribute that is a date.</summary>
    /// <param name="localName">The attribute.</param>
    /// <exception cref="EppProtocolException">The text is no date.</exception>
    public DateOnly? DateAttribute(string localName) => Attribute<DateOnly>(localName, EppLexical.TryParse, "a date such as 2026-11-23");

    private T? IntegerAttribute<T>(string localName)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Attribute<T>(localName, EppLexical.TryParse, IntegerRange<T>.Text);

    private T? Attribute<T>(string localName, Parser<T> parse, string expected)
        where T : struct
    {
        if (Attribute(localName) is not { } text)
        {
            return null;
        }

        return parse(text, out var value) ? value : throw Unreadable(expected, string.Create(CultureInfo.InvariantCulture, $"{Path}/@{localName}"));
    }

    private string? AttributeText(string name)
    {
        if (name[0] != '{')
        {
            return _reader.GetAttribute(name);
        }

        var end = name.IndexOf('}', StringComparison.Ordinal);
        return _reader.GetAttribute(name[(end + 1)..], name[1..end]);
    }
}
