using System.Xml;
using System.Xml.Linq;

namespace DkSandbox.Admin;

/// <summary>A short title of a message: "create domain", "1001 Create domain pending for eksempel.dk".</summary>
internal static class FrameTitle
{
    public static string Of(string xml)
    {
        try
        {
            var body = XDocument.Parse(xml).Root!.Elements().FirstOrDefault();
            return body?.Name.LocalName switch
            {
                null => "nothing",
                "command" => Command(body),
                "response" => Response(body),
                var other => other,
            };
        }
        catch (XmlException)
        {
            return "not XML";
        }
    }

    private static string Command(XElement command)
    {
        var verb = command.Elements().FirstOrDefault();
        if (verb is null)
        {
            return "no command";
        }

        var details = verb.Attribute("op")?.Value ?? verb.Elements().FirstOrDefault()?.Name.NamespaceName switch
        {
            "urn:ietf:params:xml:ns:domain-1.0" => "domain",
            "urn:ietf:params:xml:ns:contact-1.0" => "contact",
            "urn:ietf:params:xml:ns:host-1.0" => "host",
            "http://www.verisign.com/epp/balance-1.0" => "balance",
            _ => string.Empty,
        };
        return $"{verb.Name.LocalName} {details}".Trim();
    }

    private static string Response(XElement response)
    {
        // A client may send a response element.
        var result = response.Elements().FirstOrDefault();
        return result is null ? "no result" : $"{result.Attribute("code")?.Value} {result.Elements().FirstOrDefault()?.Value.Trim()}";
    }
}
