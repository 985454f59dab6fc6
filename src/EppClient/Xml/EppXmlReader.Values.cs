using System.Numerics;
using System.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <content>Reads typed values of elements. Each method consumes the current element.</content>
public sealed partial class EppXmlReader
{
    /// <summary>Reads the text of the element, with white space processed as the type requires.</summary>
    /// <param name="type">The schema type. Its other facets are not enforced on received data.</param>
    /// <returns>The text; null if the element contains elements.</returns>
    public string? ReadText(EppSimpleType type) => ReadText(type, likely: null);

    /// <inheritdoc cref="ReadText(EppSimpleType)"/>
    /// <param name="type">The schema type.</param>
    /// <param name="likely">A text in ASCII. It is returned instead of a new string if the element has the same text.</param>
    internal string? ReadText(EppSimpleType type, string? likely)
    {
        var (mark, name) = (_reader.Mark, _reader.LocalName);
        var text = ReadText(mark, likely);
        if (text is null)
        {
            return null;
        }

        text = EppWhiteSpaces.Normalize(text, type);
        if (text.Length == 0 && type.MinLength > 0)
        {
            Diagnose(EppReadFault.OutsideType, _reader.PathBeside(name), "The element is empty, but its type requires text", string.Empty);
        }

        return text;
    }

    /// <summary>Reads an enumeration value, known or unknown.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="type">The schema type.</param>
    /// <param name="create">Creates a value from its text.</param>
    /// <returns>The value; null if the element contains elements.</returns>
    public T? ReadEnumeration<T>(EppSimpleType type, Func<string, T> create)
        where T : struct, IEppEnumeration
    {
        ArgumentNullException.ThrowIfNull(create);
        var (mark, name) = (_reader.Mark, _reader.LocalName);
        if (ReadText(mark) is not { } text)
        {
            return null;
        }

        var value = create(EppWhiteSpaces.Normalize(text, type));
        if (!value.IsKnown)
        {
            DiagnoseUnknown(value.Value, type, _reader.PathBeside(name));
        }

        return value;
    }

    /// <summary>Reads <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
    /// <returns>The value; null if the text is none of these.</returns>
    public bool? ReadBoolean() => Read(EppReadForms.Boolean);

    /// <summary>Reads a whole number.</summary>
    /// <returns>The value; null if the text is not a number in the type's range.</returns>
    public long? ReadInt64() => ReadInteger<long>();

    /// <inheritdoc cref="ReadInt64"/>
    public int? ReadInt32() => ReadInteger<int>();

    /// <inheritdoc cref="ReadInt64"/>
    public ushort? ReadUInt16() => ReadInteger<ushort>();

    /// <inheritdoc cref="ReadInt64"/>
    public byte? ReadByte() => ReadInteger<byte>();

    /// <inheritdoc cref="ReadInt64"/>
    public ulong? ReadUInt64() => ReadInteger<ulong>();

    /// <summary>Reads a decimal number.</summary>
    /// <returns>The value; null if the text is not a number.</returns>
    public decimal? ReadDecimal() => Read(EppReadForms.Decimal);

    /// <summary>Reads a date and time; without a zone it is UTC.</summary>
    /// <returns>The value, with the offset in the message; null if the text is not a date and time.</returns>
    public DateTimeOffset? ReadDateTime() => Read(EppReadForms.DateTime);

    /// <summary>Reads a date with an optional time zone.</summary>
    /// <returns>The value; null if the text is not a date.</returns>
    public EppDate? ReadDate() => Read(EppReadForms.Date);

    /// <summary>Reads a whole number of any size.</summary>
    /// <returns>The value; null if the text is not a number.</returns>
    public BigInteger? ReadBigInteger() => Read(EppReadForms.BigInteger);

    /// <summary>Reads a floating-point number.</summary>
    /// <returns>The value; null if the text is not a number.</returns>
    public double? ReadDouble() => Read(EppReadForms.Double);

    /// <inheritdoc cref="ReadDouble"/>
    public float? ReadSingle() => Read(EppReadForms.Single);

    /// <summary>Reads binary data in hexadecimal digits.</summary>
    /// <returns>The value; null if the text is not hexadecimal.</returns>
    public EppBinary? ReadHex() => Read(EppReadForms.Hex);

    /// <summary>Reads binary data in base 64.</summary>
    /// <returns>The value; null if the text is not base 64.</returns>
    public EppBinary? ReadBase64() => Read(EppReadForms.Base64);

    /// <summary>Skips an element whose presence is its value.</summary>
    /// <returns>Always true.</returns>
    public bool ReadFlag()
    {
        Skip();
        return true;
    }

    /// <summary>Reads mixed text and elements.</summary>
    public EppMixedContent ReadMixed()
    {
        try
        {
            return _reader.HoldsPlainText ? EppMixedContent.FromText(_reader.ReadElementText()) : new EppMixedContent(_reader.ReadFragment(contentOnly: true));
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <summary>Reads the element unchanged, including the namespace declarations that it needs.</summary>
    public EppRawElement ReadRaw()
    {
        try
        {
            var (namespaceUri, localName) = (NamespaceUri, LocalName);
            return new EppRawElement(namespaceUri, localName, _reader.ReadFragment());
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    /// <summary>Reads all child elements of an element unchanged; null if there are none.</summary>
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

    private string? ReadText(XmlMark mark, string? likely = null)
    {
        var otherwise = _whenEmpty;
        _whenEmpty = null;
        try
        {
            var text = _reader.ReadElementText(likely);
            return text.Length == 0 && otherwise is not null ? otherwise : text;
        }
        catch (XmlException)
        {
            // The element contains elements where text is expected, unless the document is malformed; then this throws.
            Unreadable(mark, "The element contains elements where text is expected");
            return null;
        }
    }

    private T? Read<T>(EppReadForm<T> form)
        where T : struct
    {
        var (mark, name) = (_reader.Mark, _reader.LocalName);
        if (ReadText(mark) is not { } text)
        {
            return null;
        }

        var value = form.Read(EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse), Mode, out var fault, out var reason);
        if (value is null)
        {
            Unreadable(mark, reason);
        }
        else if (fault is { } found)
        {
            Diagnose(found, _reader.PathBeside(name), reason, text);
        }

        return value;
    }

    private T? ReadInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Read(EppReadForms.Integer<T>.Form);
}
