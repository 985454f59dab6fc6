using System.Xml;
using System.Xml.Schema;

namespace EppClient.Conformance.Canonical;

/// <summary>Reads documents with their schema types, and validates them.</summary>
internal sealed class CanonicalReader
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly List<XmlSchemaException> _faults = [];
    private readonly XmlReader _reader;

    private CanonicalReader(byte[] document, XmlSchemaSet schemas)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ValidationType = ValidationType.Schema,
            ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.AllowXmlAttributes,
            Schemas = schemas,
        };
        settings.ValidationEventHandler += (_, e) => _faults.Add(e.Exception);
        _reader = XmlReader.Create(new MemoryStream(document, writable: false), settings);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="document">The bytes of the document.</param>
    /// <param name="schemas">The schemas of the document.</param>
    /// <param name="faults">The violations of the schemas.</param>
    /// <exception cref="XmlException">The document is not well-formed.</exception>
    public static CanonicalElement Read(byte[] document, XmlSchemaSet schemas, out IReadOnlyList<XmlSchemaException> faults)
    {
        var reader = new CanonicalReader(document, schemas);
        using (reader._reader)
        {
            reader._reader.MoveToContent();
            var root = reader.ReadElement();
            while (reader._reader.Read())
            {
                // Content after the root must also be well-formed.
            }

            faults = reader._faults;
            return root;
        }
    }

    private CanonicalElement ReadElement()
    {
        var position = (IXmlLineInfo)_reader;
        var element = new CanonicalElement(new XmlQualifiedName(_reader.LocalName, _reader.NamespaceURI), position.LineNumber, position.LinePosition);
        var (type, declaration, isNil) = (_reader.SchemaInfo!.SchemaType, _reader.SchemaInfo.SchemaElement, _reader.SchemaInfo.IsNil);
        var isEmpty = _reader.IsEmptyElement;
        ReadAttributes(element);
        var texts = new List<string>();
        if (!isEmpty)
        {
            ReadChildren(element, texts);
        }

        Settle(element, type, string.Concat(texts) is { Length: > 0 } text || isNil ? string.Concat(texts) : DefaultOf(declaration));
        return element;
    }

    private void ReadAttributes(CanonicalElement element)
    {
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (_reader.NamespaceURI == "http://www.w3.org/2000/xmlns/"
                || (_reader.NamespaceURI == Instance && _reader.LocalName is "schemaLocation" or "noNamespaceSchemaLocation"))
            {
                continue;
            }

            element.Attributes[new XmlQualifiedName(_reader.LocalName, _reader.NamespaceURI).ToString()] = _reader switch
            {
                { NamespaceURI: Instance, LocalName: "type" } => XsdValue.Canonical(XmlSchemaType.GetBuiltInSimpleType(XmlTypeCode.QName), _reader.Value, Namespaces),
                { NamespaceURI: Instance, LocalName: "nil" } => XsdValue.Canonical(XmlSchemaType.GetBuiltInSimpleType(XmlTypeCode.Boolean), _reader.Value, Namespaces),
                _ => XsdValue.Canonical(_reader.SchemaInfo!.SchemaType as XmlSchemaSimpleType, _reader.Value, Namespaces),
            };
        }

        _reader.MoveToElement();
    }

    private IXmlNamespaceResolver Namespaces => (IXmlNamespaceResolver)_reader;

    private void ReadChildren(CanonicalElement element, List<string> texts)
    {
        while (_reader.Read() && _reader.NodeType != XmlNodeType.EndElement)
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                element.Children.Add(ReadElement());
            }
            else if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                texts.Add(_reader.Value);
                AddText(element.Children, _reader.Value);
            }
        }
    }

    private static void AddText(List<object> children, string text)
    {
        if (children is [.., string last])
        {
            children[^1] = last + text;
        }
        else
        {
            children.Add(text);
        }
    }

    // The relevant content depends on the type: a value, elements only, or both.
    private void Settle(CanonicalElement element, XmlSchemaType? type, string text)
    {
        var complex = type as XmlSchemaComplexType;
        var content = complex?.ContentType ?? (type is null ? XmlSchemaContentType.Mixed : XmlSchemaContentType.TextOnly);
        if (content == XmlSchemaContentType.TextOnly)
        {
            element.Children.RemoveAll(c => c is string);
            element.Value = XsdValue.Canonical(SimpleTypeOf(type!), text, Namespaces);
        }
        else if (content != XmlSchemaContentType.Mixed || type is null || type.TypeCode == XmlTypeCode.Item)
        {
            // If the schema does not define the content, text of only white space is treated as formatting.
            element.Children.RemoveAll(c => c is string s && string.IsNullOrWhiteSpace(s));
        }

        if (complex?.ContentTypeParticle is XmlSchemaAll)
        {
            element.Children.Sort((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));
        }
    }

    private static string DefaultOf(XmlSchemaElement? declaration) => declaration?.DefaultValue ?? declaration?.FixedValue ?? string.Empty;

    private static XmlSchemaSimpleType? SimpleTypeOf(XmlSchemaType type)
    {
        XmlSchemaType? current = type;
        while (current is XmlSchemaComplexType complex)
        {
            current = complex.ContentModel?.Content is XmlSchemaSimpleContentRestriction { BaseType: { } own } ? own : complex.BaseXmlSchemaType;
        }

        return current as XmlSchemaSimpleType;
    }
}
