using System.Text;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Messages to read, as text.</summary>
internal static class Documents
{
    public static readonly EppSchemaSet Schemas = new([.. EppProfiles.Standard.Schemas, EppLoginSecuritySchema.Instance]);

    public static byte[] Utf8(string document) => Encoding.UTF8.GetBytes(document);

    public static string Epp(string body) => $"""<?xml version="1.0" encoding="UTF-8"?><epp xmlns="urn:ietf:params:xml:ns:epp-1.0">{body}</epp>""";

    public static EppGreeting Greeting(string content) => MessageReader.ReadGreeting(Utf8(Epp($"<greeting>{content}</greeting>")), EppXmlDialect.Standard);

    public static EppResponseContent Response(string content) => Read(Epp($"<response>{content}</response>"));

    public static EppResponseContent Read(string document) => Read(Utf8(document));

    public static EppResponseContent Read(byte[] document) => MessageReader.ReadResponse(document, EppXmlDialect.Standard, Schemas);
}
