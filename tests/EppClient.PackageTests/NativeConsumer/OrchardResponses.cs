using System.Globalization;
using System.Xml.Linq;
using EppClient.Testing.Server;
using static Example.Shop.Names;

namespace Example.Shop;

/// <summary>The messages of the registry.</summary>
internal static class OrchardResponses
{
    public const string MessageId = "7";

    public static ServerReply Greeting() => Reply(new XElement(
        Epp + "greeting",
        new XElement(Epp + "svID", "The orchard"),
        new XElement(Epp + "svDate", "2026-01-02T03:04:05Z"),
        new XElement(
            Epp + "svcMenu",
            new XElement(Epp + "version", "1.0"),
            new XElement(Epp + "lang", "en"),
            new XElement(Epp + "objURI", Domain.NamespaceName),
            new XElement(Epp + "svcExtension", new XElement(Epp + "extURI", Orchard.NamespaceName))),
        new XElement(
            Epp + "dcp",
            new XElement(Epp + "access", new XElement(Epp + "all")),
            new XElement(
                Epp + "statement",
                new XElement(Epp + "purpose", new XElement(Epp + "prov")),
                new XElement(Epp + "recipient", new XElement(Epp + "public")),
                new XElement(Epp + "retention", new XElement(Epp + "stated"))))));

    public static ServerReply WithCode(XElement command, int code, string message) => Response(command, code, message);

    public static ServerReply Created(XElement command, string name, XElement planting)
    {
        var parts = planting.Elements().Where(part => part.Name == Orchard + "tree" || part.Name == Orchard + "remark").ToArray();
        return Response(
            command,
            1000,
            "Planted",
            new XElement(Epp + "resData", new XElement(
                Domain + "creData",
                new XElement(Domain + "name", name),
                new XElement(Domain + "crDate", "2026-01-02T03:04:05Z"),
                new XElement(Domain + "exDate", "2027-01-02T03:04:05Z"))),
            new XElement(Epp + "extension", new XElement(
                Orchard + "creData",
                new XElement(Orchard + "name", name),
                new XElement(Orchard + "soil", planting.Attribute("soil")?.Value ?? "loam"),
                new XElement(Orchard + "trees", parts.Attributes("count").Sum(count => int.Parse(count.Value, CultureInfo.InvariantCulture))),
                new XElement(Orchard + "order", string.Join(' ', parts.Select(part => part.Name.LocalName))),
                planting.Element(Orchard + "rows"),
                planting.Element(Orchard + "lease"))));
    }

    public static ServerReply Message(XElement command) => Response(
        command,
        1301,
        "Acknowledge",
        new XElement(
            Epp + "msgQ",
            new XAttribute("count", 1),
            new XAttribute("id", MessageId),
            new XElement(Epp + "qDate", "2026-09-30T12:00:00Z"),
            new XElement(Epp + "msg", "Harvest")),
        new XElement(Epp + "resData", new XElement(
            Orchard + "harvest",
            new XElement(Orchard + "name", "a.example"),
            new XElement(Orchard + "day", "2026-09-30"),
            new XElement(Orchard + "weight", "12.50"))));

    private static ServerReply Response(XElement command, int code, string message, params ReadOnlySpan<XElement> content) => Reply(new XElement(
        Epp + "response",
        new XElement(Epp + "result", new XAttribute("code", code), new XElement(Epp + "msg", message)),
        content.ToArray(),
        new XElement(Epp + "trID", command.Element(Epp + "clTRID"), new XElement(Epp + "svTRID", "ORCHARD-1"))));

    private static ServerReply Reply(XElement body)
    {
        using var stream = new MemoryStream();
        new XDocument(new XElement(Epp + "epp", body)).Save(stream);
        return new ServerReply(stream.ToArray());
    }
}
