using System.Xml;
using System.Xml.Linq;

namespace EppClient.TestSupport.Corpus;

internal static class MessageKinds
{
    public static MessageKind Of(ReadOnlyMemory<byte> document)
    {
        try
        {
            var body = XDocument.Load(new MemoryStream(document.ToArray())).Root?.Elements().FirstOrDefault();
            return body?.Name.LocalName switch
            {
                "greeting" => MessageKind.Greeting,
                "hello" => MessageKind.Hello,
                "response" => MessageKind.Response,
                "extension" => MessageKind.Extension,
                "command" => OfCommand(body),
                _ => MessageKind.Other,
            };
        }
        catch (XmlException)
        {
            return MessageKind.NotWellFormed;
        }
    }

    private static MessageKind OfCommand(XElement command) => command.Elements().First().Name.LocalName switch
    {
        "login" => MessageKind.Login,
        "logout" => MessageKind.Logout,
        _ => MessageKind.Command,
    };
}
