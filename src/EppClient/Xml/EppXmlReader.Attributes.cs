using System.Globalization;
using System.Numerics;

namespace EppClient.Xml;

/// <content>Reads attributes of the current element. All methods return null if the attribute is absent.</content>
public sealed partial class EppXmlReader
{
    /// <summary>Returns the text of an attribute, with white space collapsed.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    public string? Attribute(string localName, string namespaceUri = "") =>
        RawAttribute(localName, namespaceUri) is { } text ? EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse) : null;

    /// <summary>Returns the text of an attribute, with white space processed as the type requires.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="type">The schema type. Its other facets are not enforced on received data.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    public string? Attribute(string localName, EppSimpleType type, string namespaceUri = "") =>
        RawAttribute(localName, namespaceUri) is { } text ? EppWhiteSpaces.Normalize(text, type) : null;

    /// <summary>Returns an attribute of an enumeration type, with a known or unknown value.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="type">The schema type.</param>
    /// <param name="create">Creates a value from its text.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    public T? EnumerationAttribute<T>(string localName, EppSimpleType type, Func<string, T> create, string namespaceUri = "")
        where T : struct, IEppEnumeration
    {
        ArgumentNullException.ThrowIfNull(create);
        if (Attribute(localName, type, namespaceUri) is not { } text)
        {
            return null;
        }

        var value = create(text);
        if (!value.IsKnown)
        {
            DiagnoseUnknown(text, type, AttributePath(localName));
        }

        return value;
    }

    /// <summary>Returns a boolean attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a boolean.</returns>
    public bool? BooleanAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.Boolean);

    /// <summary>Returns an integer attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number in the type's range.</returns>
    public ulong? UInt64Attribute(string localName, string namespaceUri = "") => IntegerAttribute<ulong>(localName, namespaceUri);

    /// <summary>Returns an integer attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number in the type's range.</returns>
    public long? Int64Attribute(string localName, string namespaceUri = "") => IntegerAttribute<long>(localName, namespaceUri);

    /// <summary>Returns an integer attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number in the type's range.</returns>
    public int? Int32Attribute(string localName, string namespaceUri = "") => IntegerAttribute<int>(localName, namespaceUri);

    /// <summary>Returns an integer attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number in the type's range.</returns>
    public ushort? UInt16Attribute(string localName, string namespaceUri = "") => IntegerAttribute<ushort>(localName, namespaceUri);

    /// <summary>Returns an integer attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number in the type's range.</returns>
    public byte? ByteAttribute(string localName, string namespaceUri = "") => IntegerAttribute<byte>(localName, namespaceUri);

    /// <summary>Returns an integer attribute of any size.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number.</returns>
    public BigInteger? BigIntegerAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.BigInteger);

    /// <summary>Returns a decimal attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number.</returns>
    public decimal? DecimalAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.Decimal);

    /// <summary>Returns a floating-point attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number.</returns>
    public double? DoubleAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.Double);

    /// <summary>Returns a floating-point attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a number.</returns>
    public float? SingleAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.Single);

    /// <summary>Returns a date and time attribute; without a zone it is UTC.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a dateTime.</returns>
    public DateTimeOffset? DateTimeAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.DateTime);

    /// <summary>Returns a date attribute.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not a date.</returns>
    public EppDate? DateAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.Date);

    /// <summary>Returns a binary attribute in hexadecimal digits.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not hexadecimal.</returns>
    public EppBinary? HexAttribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.Hex);

    /// <summary>Returns a binary attribute in base 64.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <returns>The value; null if there is none, or the text is not base 64.</returns>
    public EppBinary? Base64Attribute(string localName, string namespaceUri = "") => Attribute(localName, namespaceUri, EppReadForms.Base64);

    private string? RawAttribute(string localName, string namespaceUri) =>
        _reader.AttributeValue(localName, namespaceUri.Length == 0 ? string.Empty : Dialect.ToWire(namespaceUri));

    private T? IntegerAttribute<T>(string localName, string namespaceUri)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Attribute(localName, namespaceUri, EppReadForms.Integer<T>.Form);

    private T? Attribute<T>(string localName, string namespaceUri, EppReadForm<T> form)
        where T : struct
    {
        if (RawAttribute(localName, namespaceUri) is not { } text)
        {
            return null;
        }

        var value = form.Read(EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse), Mode, out var fault, out var reason);
        if (value is null)
        {
            UnreadableAttribute(localName, namespaceUri, reason, text);
        }
        else if (fault is { } found)
        {
            Diagnose(found, AttributePath(localName), reason, text);
        }

        return value;
    }

    private string AttributePath(string localName) => string.Create(CultureInfo.InvariantCulture, $"{Path}/@{localName}");
}
