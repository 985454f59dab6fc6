using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>A parsed schema file. A file without a namespace is parsed again for each namespace that includes it.</summary>
internal sealed class SchemaFile(SchemaSource source, XElement root, string targetNamespace, string uri)
{
    public const string UriPrefix = "file:///schema/";

    public static readonly XNamespace Xsd = SchemaIndex.XmlSchemaNamespace;

    public SchemaSource Source => source;

    public XElement Root => root;

    public string TargetNamespace => targetNamespace;

    /// <summary>The name of the file in the compiled components.</summary>
    public string Uri => uri;

    /// <summary>Whether it is embedded in the generator.</summary>
    public bool IsEmbedded => source.Path.Length == 0;

    public IEnumerable<Component> Components => root.Elements().Select(ComponentOf).OfType<Component>();

    /// <summary>A text of a fixed width, so that it sorts in the order of the files.</summary>
    public static string UriOf(int index) => UriPrefix + index.ToString("D6", CultureInfo.InvariantCulture);

    public Component? ComponentOf(XElement declaration) =>
        KindOf(declaration) is { } kind && declaration.Attribute("name") is { } name
            ? new Component(new ComponentName(kind, XNamespace.Get(targetNamespace) + NcName(name.Value)), declaration, this)
            : null;

    public SourceLine LineOf(XObject at) => LineOf((IXmlLineInfo)at);

    public SourceLine LineOf(IXmlLineInfo at) => new(source.Path, Math.Max(at.LineNumber, 1), Math.Max(at.LinePosition, 1));

    private static ComponentKind? KindOf(XElement declaration) => declaration.Name.Namespace != Xsd ? null : declaration.Name.LocalName switch
    {
        "element" => ComponentKind.Element,
        "simpleType" or "complexType" => ComponentKind.Type,
        "attribute" => ComponentKind.Attribute,
        "group" => ComponentKind.Group,
        "attributeGroup" => ComponentKind.AttributeGroup,
        "notation" => ComponentKind.Notation,
        _ => null,
    };

    // Invalid names are rejected when the file is read; until then they only must not cause an exception.
    private static string NcName(string text)
    {
        try
        {
            return XmlConvert.VerifyNCName(text.Trim());
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return XmlConvert.EncodeLocalName(text.Length == 0 ? "_" : text)!;
        }
    }
}
