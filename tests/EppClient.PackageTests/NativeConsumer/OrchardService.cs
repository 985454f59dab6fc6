using System.Xml.Linq;
using EppClient.Testing.Server;
using EppClient.Testing.Validation;
using static Example.Shop.Names;

namespace Example.Shop;

/// <summary>The registry. It reads and writes XML independently, so that client and server share no code.</summary>
internal sealed class OrchardService : IEppService
{
    public const string User = "REG-1";
    public const string Password = "orchard-secret";

    private bool _isAcknowledged;

    public ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken) => new(OrchardResponses.Greeting());

    public ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(request.ToArray());
        var command = XDocument.Load(stream).Root!.Element(Epp + "command")!;
        var faults = EppSchemaValidator.For(EppSchemaProfile.Standard, EppWildcards.Lax).Validate(request);
        return new(faults.Count > 0 ? OrchardResponses.WithCode(command, 2001, string.Join("; ", faults)) : Dispatch(command));
    }

    private ServerReply Dispatch(XElement command)
    {
        var verb = command.Elements().First();
        return verb.Name.LocalName switch
        {
            "login" => Login(command, verb),
            "create" => Create(command, verb.Element(Domain + "create")!),
            "poll" => Poll(command, verb),
            "logout" => OrchardResponses.WithCode(command, 1500, "Good bye") with { CloseAfter = true },
            _ => OrchardResponses.WithCode(command, 2101, "Unimplemented command"),
        };
    }

    private static ServerReply Login(XElement command, XElement login) =>
        login.Element(Epp + "clID")!.Value == User
        && login.Element(Epp + "pw")!.Value == Password
        && login.Descendants(Epp + "extURI").Any(uri => uri.Value == Orchard.NamespaceName)
            ? OrchardResponses.WithCode(command, 1000, "Welcome")
            : OrchardResponses.WithCode(command, 2200, "Authentication error");

    private static ServerReply Create(XElement command, XElement domain) =>
        command.Element(Epp + "extension")?.Element(Orchard + "create") is { } planting
            ? OrchardResponses.Created(command, domain.Element(Domain + "name")!.Value, planting)
            : OrchardResponses.WithCode(command, 2003, "Without a tree no domain is registered");

    private ServerReply Poll(XElement command, XElement poll)
    {
        _isAcknowledged |= poll.Attribute("op")!.Value == "ack" && poll.Attribute("msgID")!.Value == OrchardResponses.MessageId;
        return _isAcknowledged
            ? OrchardResponses.WithCode(command, poll.Attribute("op")!.Value == "ack" ? 1000 : 1300, "Nothing more")
            : OrchardResponses.Message(command);
    }
}
