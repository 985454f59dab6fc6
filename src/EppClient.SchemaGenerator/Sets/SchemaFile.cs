using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>A schema file, parsed. One that has no namespace is parsed anew for each namespace that includes it.</summary>
internal sealed class SchemaFile(SchemaSource source, XElement root, string targetNamespace, string uri)
{
    public const string UriPrefix = "file:///schema/";

    public static readonly XNamespace Xsd = SchemaIndex.XmlSchemaNamespace;

    public SchemaSource Source => source;

    public XElement Root => root;

    public string TargetNamespace => targetNamespace;

    /// <summary>What the compiled components call the file.</summary>
    public string Uri => uri;

    /// <summary>Whether the generator brings it along.</summary>
    public bool IsEmbedded => source.Path.Length == 0;

    public IEnumerable<Component> Components => root.Elements().Select(ComponentOf).OfType<Component>();

    /// <summary>Text of a fixed width, so that it sorts as the files do.</summary>
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

    // What is no name is refused when the file is read; until then it only must not disturb.
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
