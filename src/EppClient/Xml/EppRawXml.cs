using System.Xml;

namespace EppClient.Xml;

/// <summary>Readers for XML that is kept as text.</summary>
internal static class EppRawXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    public static XmlReader Fragments(string xml) => XmlReader.Create(new StringReader(xml), Settings);
}
