using System.Collections;
using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>A global element with a simple value, such as <c>dkhm:autoRenew</c>.</summary>
/// <typeparam name="T">
/// Any type with a form in XML Schema: string, bool, a number, a date, binary data, an <see cref="IEppEnumeration"/>, and lists of these.
/// </typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppValueElement<T> : IEppElement
    where T : notnull
{
    /// <summary>Creates the element.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The schema type of the value.</param>
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

    /// <summary>The schema type of the value.</summary>
    public EppSimpleType Type { get; }

    /// <inheritdoc/>
    public void Write(EppXmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Value is IEnumerable items and not string)
        {
            writer.Element<object>(NamespaceUri, LocalName, [.. items.Cast<object>()], Type, LocalName);
        }
        else
        {
            writer.Element(NamespaceUri, LocalName, EppXmlValue.Of(Value), Type, LocalName);
        }
    }

    /// <summary>Returns the name of the element, never its content.</summary>
    public override string ToString() => $"{{{NamespaceUri}}}{LocalName}";
}
