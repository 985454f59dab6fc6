namespace EppClient.Xml;

/// <summary>A global element with a simple value, such as <c>dkhm:autoRenew</c>.</summary>
/// <typeparam name="T">string, bool, a number, a date, octets (hexadecimal) or an <see cref="IEppEnumeration"/>.</typeparam>
public sealed class EppValueElement<T> : IEppElement
    where T : notnull
{
    /// <summary>Creates the element.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The element.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">Its schema type.</param>
    public EppValueElement(string namespaceUri, string localName, T value, EppSimpleType type)
    {
        NamespaceUri = namespaceUri;
        LocalName = localName;
        Value = value;
        Type = type;
    }

    /// <inheritdoc/>
    public string NamespaceUri { get; }

    /// <inheritdoc/>
    public string LocalName { get; }

    /// <summary>The value.</summary>
    public T Value { get; }

    /// <summary>Its schema type.</summary>
    public EppSimpleType Type { get; }

    /// <inheritdoc/>
    public void Write(EppXmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (Value)
        {
            case string text:
                writer.Element(NamespaceUri, LocalName, text, Type, LocalName);
                break;
            case IEppEnumeration enumeration:
                writer.Element(NamespaceUri, LocalName, enumeration.Value, Type, LocalName);
                break;
            case bool flag:
                writer.Element(NamespaceUri, LocalName, flag, Type, LocalName);
                break;
            case DateTimeOffset moment:
                writer.Element(NamespaceUri, LocalName, moment, Type, LocalName);
                break;
            case DateOnly day:
                writer.Element(NamespaceUri, LocalName, day, Type, LocalName);
                break;
            case EppBinary octets:
                writer.HexElement(NamespaceUri, LocalName, octets, Type, LocalName);
                break;
            case IConvertible number:
                writer.Element(NamespaceUri, LocalName, number.ToDecimal(System.Globalization.CultureInfo.InvariantCulture), Type, LocalName);
                break;
            default:
                throw new NotSupportedException($"A value of type {typeof(T)} has no form in XML Schema.");
        }
    }

    /// <summary>The element's name; never its content.</summary>
    public override string ToString() => $"{{{NamespaceUri}}}{LocalName}";
}
