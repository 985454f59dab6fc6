using System.Collections.Concurrent;
using System.Xml.Linq;
using EppClient.Testing.Server;

namespace MultiRegistry;

/// <summary>
/// A minimal stand-in for a registry: it supports check, create and info of domains, and its own extension. It is not part of what the sample
/// shows; your registry runs elsewhere.
/// </summary>
internal sealed class ExampleRegistry : IEppService
{
    public const string User = "REG-1";
    public const string Password = "example-secret";

    private static readonly XNamespace Epp = "urn:ietf:params:xml:ns:epp-1.0";
    private static readonly XNamespace Domain = "urn:ietf:params:xml:ns:domain-1.0";
    private static readonly XNamespace Exreg = "urn:example:exreg-1.0";

    private readonly ConcurrentDictionary<string, XElement?> _domains = new(StringComparer.OrdinalIgnoreCase) { ["taken.example"] = null };

    public ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken) => new(Reply(new XElement(
        Epp + "greeting",
        new XElement(Epp + "svID", "The .example registry"),
        new XElement(Epp + "svDate", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
        new XElement(
            Epp + "svcMenu",
            new XElement(Epp + "version", "1.0"),
            new XElement(Epp + "lang", "en"),
            new XElement(Epp + "objURI", Domain.NamespaceName),
            new XElement(Epp + "svcExtension", new XElement(Epp + "extURI", Exreg.NamespaceName))),
        new XElement(
            Epp + "dcp",
            new XElement(Epp + "access", new XElement(Epp + "all")),
            new XElement(
                Epp + "statement",
                new XElement(Epp + "purpose", new XElement(Epp + "prov")),
                new XElement(Epp + "recipient", new XElement(Epp + "public")),
                new XElement(Epp + "retention", new XElement(Epp + "stated")))))));

    public ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(request.ToArray());
        var command = XDocument.Load(stream).Root!.Element(Epp + "command")!;
        var verb = command.Elements().First();
        return new(verb.Name.LocalName switch
        {
            "login" when verb.Element(Epp + "pw")?.Value == Password => Respond(command, 1000),
            "login" => Respond(command, 2200),
            "logout" => Respond(command, 1500) with { CloseAfter = true },
            "check" => Respond(command, 1000, new XElement(Domain + "chkData", verb.Descendants(Domain + "name").Select(name => Checked(name.Value)))),
            "create" => Create(command, verb.Descendants(Domain + "name").First().Value),
            "info" => Info(command, verb.Descendants(Domain + "name").First().Value),
            _ => Respond(command, 2101),
        });
    }

    private XElement Checked(string name) => new(
        Domain + "cd",
        new XElement(Domain + "name", new XAttribute("avail", _domains.ContainsKey(name) ? 0 : 1), name),
        _domains.ContainsKey(name) ? new XElement(Domain + "reason", "In use") : null);

    private ServerReply Create(XElement command, string name) =>
        command.Element(Epp + "extension")?.Element(Exreg + "create") is not { } contract ? Respond(command, 2003)
        : _domains.TryAdd(name, contract) ? Respond(command, 1000, new XElement(
            Domain + "creData",
            new XElement(Domain + "name", name),
            new XElement(Domain + "crDate", "2026-01-02T03:04:05Z"),
            new XElement(Domain + "exDate", "2027-01-02T03:04:05Z")))
        : Respond(command, 2302);

    private ServerReply Info(XElement command, string name) => !_domains.TryGetValue(name, out var contract) ? Respond(command, 2303) : Respond(
        command,
        1000,
        new XElement(
            Domain + "infData",
            new XElement(Domain + "name", name),
            new XElement(Domain + "roid", "D1-EXAMPLE"),
            new XElement(Domain + "clID", User)),
        contract is null ? null : new XElement(Exreg + "infData", contract.Elements()));

    private static ServerReply Respond(XElement command, int code, XElement? data = null, XElement? extension = null) => Reply(new XElement(
        Epp + "response",
        new XElement(Epp + "result", new XAttribute("code", code), new XElement(Epp + "msg", code < 2000 ? "Done" : "Refused")),
        data is null ? null : new XElement(Epp + "resData", data),
        extension is null ? null : new XElement(Epp + "extension", extension),
        new XElement(Epp + "trID", command.Element(Epp + "clTRID"), new XElement(Epp + "svTRID", "EXAMPLE-1"))));

    private static ServerReply Reply(XElement body)
    {
        using var stream = new MemoryStream();
        new XDocument(new XElement(Epp + "epp", body)).Save(stream);
        return new ServerReply(stream.ToArray());
    }
}
