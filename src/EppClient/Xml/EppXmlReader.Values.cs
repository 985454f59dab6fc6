using System.Globalization;
using System.Numerics;
using System.Xml;

namespace EppClient.Xml;

/// <content>Typed values of elements. Each method consumes the element on which the reader stands.</content>
public sealed partial class EppXmlReader
{
    private delegate bool Parser<T>(string text, out T value);

    /// <summary>Reads the text of the element, white space treated as the type says.</summary>
    /// <param name="type">The schema type. Its other facets are not enforced on what comes in.</param>
    /// <exception cref="EppProtocolException">The element has element content.</exception>
    public string ReadText(EppSimpleType type) => EppWhiteSpaces.Normalize(ReadText(), type);

    /// <summary>Reads <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
    /// <exception cref="EppProtocolException">The text is none of these.</exception>
    public bool ReadBoolean() => Read<bool>(EppLexical.TryParse, "true, false, 1 or 0");

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="EppProtocolException">The text is no number, or one that does not fit.</exception>
    public long ReadInt64() => ReadInteger<long>();

    /// <inheritdoc cref="ReadInt64"/>
    public int ReadInt32() => ReadInteger<int>();

    /// <inheritdoc cref="ReadInt64"/>
    public ushort ReadUInt16() => ReadInteger<ushort>();

    /// <inheritdoc cref="ReadInt64"/>
    public byte ReadByte() => ReadInteger<byte>();

    /// <inheritdoc cref="ReadInt64"/>
    public ulong ReadUInt64() => ReadInteger<ulong>();

    /// <summary>Reads a decimal number.</summary>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public decimal ReadDecimal() => Read<decimal>(EppLexical.TryParse, "a decimal number");

    /// <summary>Reads a date and time; without a zone it is taken as UTC.</summary>
    /// <exception cref="EppProtocolException">The text is no dateTime.</exception>
    public DateTimeOffset ReadDateTime() => Read<DateTimeOffset>(EppLexical.TryParse, "a date and time such as 2026-11-23T10:00:00Z");

    /// <summary>Reads a date, and the zone that may follow it.</summary>
    /// <exception cref="EppProtocolException">The text is no date.</exception>
    public EppDate ReadDate() => Read<EppDate>(EppLexical.TryParse, "a date such as 2026-11-23");

    /// <summary>Reads a whole number of any size.</summary>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public BigInteger ReadBigInteger() => Read<BigInteger>(EppLexical.TryParse, "a whole number");

    /// <summary>Reads a floating-point number.</summary>
    /// <exception cref="EppProtocolException">The text is no number.</exception>
    public double ReadDouble() => Read<double>(EppLexical.TryParse, EppForms.Expected(EppValueForm.Double));

    /// <inheritdoc cref="ReadDouble"/>
    public float ReadSingle() => Read<float>(EppLexical.TryParse, EppForms.Expected(EppValueForm.Float));

    /// <summary>Reads octets in hexadecimal digits.</summary>
    /// <exception cref="EppProtocolException">The text is not hexadecimal.</exception>
    public EppBinary ReadHex() => Read<EppBinary>(EppLexical.TryParseHex, EppForms.Expected(EppValueForm.HexBinary));

    /// <summary>Reads octets in base 64.</summary>
    /// <exception cref="EppProtocolException">The text is not base 64.</exception>
    public EppBinary ReadBase64() => Read<EppBinary>(EppLexical.TryParseBase64, EppForms.Expected(EppValueForm.Base64Binary));

    /// <summary>Passes over an element whose presence alone says something.</summary>
    /// <returns>Always true.</returns>
    public bool ReadFlag()
    {
        Skip();
        return true;
    }

    /// <summary>Reads text and elements, mixed.</summary>
    public EppMixedContent ReadMixed()
    {
        try
        {
            var inner = _reader.ReadInnerXml();
            return inner.AsSpan().ContainsAny('<', '&') ? EppMixedContent.FromXml(inner) : EppMixedContent.FromText(inner);
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <summary>Reads the element as it is, with the namespace declarations that it needs.</summary>
    public EppRawElement ReadRaw()
    {
        try
        {
            var (namespaceUri, localName) = (NamespaceUri, LocalName);
            return new EppRawElement(namespaceUri, localName, _reader.ReadOuterXml());
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <summary>Reads all child elements of an element as they are; null where there are none.</summary>
    public IReadOnlyList<EppRawElement>? ReadRawChildren()
    {
        List<EppRawElement>? children = null;
        var depth = EnterElement();
        while (NextChild(depth))
        {
            (children ??= []).Add(ReadRaw());
        }

        return children;
    }

    private string ReadText()
    {
        try
        {
            var otherwise = _whenEmpty;
            _whenEmpty = null;
            var text = _reader.ReadElementText();
            return text.Length == 0 && otherwise is not null ? otherwise : text;
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    private T Read<T>(Parser<T> parse, string expected)
    {
        var name = _reader.LocalName;
        return parse(EppWhiteSpaces.Normalize(ReadText(), EppWhiteSpace.Collapse), out var value) ? value : throw Unreadable(expected, _reader.PathBeside(name));
    }

    private T ReadInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        Read<T>(EppLexical.TryParse, IntegerRange<T>.Text);

    // Never with the value: it may be a secret, or data about a person.
    private static EppProtocolException Unreadable(string expected, string path) => new($"The value is not {expected}", path);

    private static class IntegerRange<T>
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        public static readonly string Text = string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}");
    }
}
