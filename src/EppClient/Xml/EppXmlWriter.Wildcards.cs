using System.Xml;
using System.Xml.Schema;

namespace EppClient.Xml;

/// <content>Writes wildcards: elements, attributes and types of other schemas.</content>
public sealed partial class EppXmlWriter
{
    /// <summary>Writes elements, including their tags.</summary>
    /// <param name="elements">The elements.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public void Any(IReadOnlyList<IEppElement> elements)
    {
        foreach (var element in elements)
        {
            element.Write(this);
        }
    }

    /// <summary>Writes an element, including its tags; writes nothing if it is null.</summary>
    /// <param name="element">The element.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public void Any(IEppElement? element) => element?.Write(this);

    /// <summary>Writes an element around another one; writes nothing if it is null.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the outer element.</param>
    /// <param name="value">The inner element.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public void ElementAround(string namespaceUri, string localName, IEppElement? value)
    {
        if (value is not null)
        {
            StartElement(namespaceUri, localName);
            value.Write(this);
            EndElement();
        }
    }

    /// <summary>Writes an element around others; writes nothing if there are none.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the outer element.</param>
    /// <param name="values">The inner elements.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public void ElementAround(string namespaceUri, string localName, IReadOnlyList<IEppElement> values)
    {
        if (values.Count > 0)
        {
            StartElement(namespaceUri, localName);
            Any(values);
            EndElement();
        }
    }

    /// <summary>Writes an element with the name of the type of its content; writes nothing if it is null.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="value">The content.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public void DerivedElement(string namespaceUri, string localName, IEppDerivedContent? value)
    {
        if (value is not null)
        {
            StartElement(namespaceUri, localName);
            DerivedContent(value);
            EndElement();
        }
    }

    /// <summary>Writes content, including the name of its type, into the open element.</summary>
    /// <param name="value">The content.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public void DerivedContent(IEppDerivedContent value)
    {
        ArgumentNullException.ThrowIfNull(value);
        TypeAttribute(value.TypeNamespaceUri, value.TypeName);
        value.WriteContent(this);
    }

    /// <summary>Writes an element that can have any content, if the flag is set.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="value">Whether to write the element, and its content.</param>
    public void Flag(string namespaceUri, string localName, EppFlag value)
    {
        if (value.IsPresent)
        {
            Element(namespaceUri, localName, value.Content);
        }
    }

    /// <summary>Writes a nil element, if the value is nil.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="isNil">Whether the value is nil.</param>
    /// <returns>Whether the element was written.</returns>
    public bool Nil(string namespaceUri, string localName, bool isNil)
    {
        if (isNil)
        {
            StartElement(namespaceUri, localName);
            _writer.Attribute("xsi", "nil", XmlSchema.InstanceNamespace, "true");
            EndElement();
        }

        return isNil;
    }

    /// <summary>Writes attributes of the open element unchanged.</summary>
    /// <param name="attributes">The attributes.</param>
    public void Attributes(IReadOnlyList<EppAttributeValue> attributes)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            if (attribute is { IsType: true, Value: ['{', ..] name })
            {
                var end = name.IndexOf('}', StringComparison.Ordinal);
                TypeAttribute(name[1..end], name[(end + 1)..]);
            }
            else
            {
                _writer.Attribute(null, XmlConvert.VerifyNCName(attribute.LocalName), attribute.NamespaceUri, attribute.Value);
            }
        }
    }

    /// <summary>Writes the type of the open element; declares a prefix if necessary.</summary>
    private void TypeAttribute(string namespaceUri, string name)
    {
        var wire = Dialect.ToWire(namespaceUri);
        // The prefix of the attribute comes first: System.Xml declares it before that of the value.
        var prefix = _writer.AttributePrefix("xsi", XmlSchema.InstanceNamespace);
        _writer.Attribute(prefix, "type", XmlSchema.InstanceNamespace, wire.Length == 0 ? name : Qualified(wire, name));
    }

    private string Qualified(string wire, string name)
    {
        var prefix = _writer.LookupPrefix(wire) ?? _writer.AttributePrefix(null, wire);
        return prefix.Length == 0 ? name : $"{prefix}:{name}";
    }
}
