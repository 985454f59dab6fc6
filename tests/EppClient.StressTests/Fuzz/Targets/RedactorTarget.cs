using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using EppClient.Protocol;
using EppClient.TestSupport.Markers;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>
/// The redactor of logs: it never fails, and never shows a planted value that occurs only in elements that the schemas mark as sensitive. A
/// separate parser of the whole document finds these elements.
/// </summary>
internal sealed class RedactorTarget : FuzzTarget
{
    private readonly WireRedactor _redactor = new(KnownSchemas.Set);

    public override string Name => "redactor";

    public override string Root => "epp";

    protected override bool Feed(ReadOnlyMemory<byte> input)
    {
        var shown = _redactor.Redact(input, EppXmlDialect.Standard);
        var planted = SecretMarkers.ValuesIn(shown).ToHashSet();
        if (planted.Count > 0 && Parse(input) is { } document)
        {
            planted.ExceptWith(Harmless(document.Root!));
            if (planted.Count > 0)
            {
                throw new FindingException($"redactor: {string.Join(", ", planted)} is shown");
            }
        }

        return !shown.StartsWith('(');
    }

    private static XDocument? Parse(ReadOnlyMemory<byte> input)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(EppDocumentTrim.Trim(input).ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The planted values outside marked elements. A schema cannot mark a namespace or a name.</summary>
    private static IEnumerable<string> Harmless(XElement element) =>
        KnownSchemas.Set.SensitivityOf(element.Name.NamespaceName, element.Name.LocalName) == EppSensitivity.None
            ? Structure(element).Concat(Content(element)).SelectMany(SecretMarkers.ValuesIn).Concat(element.Elements().SelectMany(Harmless))
            : element.DescendantsAndSelf().SelectMany(Structure).SelectMany(SecretMarkers.ValuesIn);

    private static IEnumerable<string> Content(XElement element) =>
        element.Attributes().Select(attribute => attribute.Value).Append(string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value)));

    private static IEnumerable<string> Structure(XElement element) =>
        element.Attributes().Where(IsStructure).Select(attribute => attribute.Value)
            .Concat(element.Attributes().Select(attribute => attribute.Name.ToString()))
            .Append(element.Name.ToString());

    private static bool IsStructure(XAttribute attribute) => attribute.IsNamespaceDeclaration || attribute.Name.NamespaceName == XmlSchema.InstanceNamespace;
}
