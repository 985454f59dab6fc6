using System.Globalization;
using System.Xml.Linq;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>A message of the server, with access by local names.</summary>
internal sealed record RawReply(XDocument Document)
{
    public int Code => int.Parse(Element("result").Attribute("code")!.Value, CultureInfo.InvariantCulture);

    public string Message => Value("msg")!;

    public static RawReply Parse(ReadOnlyMemory<byte> payload)
    {
        using var stream = new MemoryStream(payload.ToArray());
        return new RawReply(XDocument.Load(stream));
    }

    public XElement Element(string localName) => Elements(localName).First();

    public IEnumerable<XElement> Elements(string localName) => Document.Descendants().Where(element => element.Name.LocalName == localName);

    public string? Value(string localName) => Elements(localName).FirstOrDefault()?.Value;

    public IReadOnlyList<string> Values(string localName) => [.. Elements(localName).Select(element => element.Value)];

    public IReadOnlyList<string> Statuses => [.. Elements("status").Select(element => element.Attribute("s")!.Value)];

    public override string ToString() => Document.ToString();
}
