using EppClient.Dk.Testing.Protocol;
using EppClient.Protocol;
using EppClient.TestSupport.Corpus;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>Reads a message with the reader of the side that receives such messages.</summary>
internal static class Readers
{
    public static readonly EppSchemaSet Standard = new(EppProfiles.Standard.Schemas);

    public static bool IsDk(CorpusMessage message) => message.Name.Split('/')[0] is "spec" or "spec-5.2.3" or "xsd-repo" or "draft-poll-guide";

    public static object Read(CorpusMessage message)
    {
        var (dialect, schemas) = IsDk(message) ? (DkWire.Current, DkWire.Schemas) : (EppXmlDialect.Standard, Standard);
        return message.Kind switch
        {
            MessageKind.Greeting => MessageReader.ReadGreeting(message.Document, EppXmlDialect.Standard),
            MessageKind.Response => MessageReader.ReadResponse(message.Document, dialect, schemas),
            _ => CommandReader.Read(message.Document, dialect, schemas),
        };
    }
}
