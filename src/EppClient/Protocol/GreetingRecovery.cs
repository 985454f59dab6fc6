using EppClient.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Protocol;

/// <summary>
/// Recovers the parts of a malformed greeting that a session needs: the offered services and the server's clock. A value counts only at its own
/// path.
/// </summary>
internal static class GreetingRecovery
{
    /// <summary>Recovers the greeting; null if the document does not offer a protocol version and an object.</summary>
    /// <param name="document">The unchanged document.</param>
    /// <param name="fault">The fault of the document.</param>
    public static EppGreeting? In(ReadOnlyMemory<byte> document, EppXmlFault fault)
    {
        var reader = new LenientXmlReader(MalformedXml.TextOf(document).Text);
        string? serverId = null;
        DateTimeOffset? serverDate = null;
        List<string> versions = [], languages = [], objects = [], extensions = [];
        string? text = null;
        while (reader.Read())
        {
            switch (reader.Node)
            {
                case XmlNodeKind.Text:
                    text = reader.Text;
                    break;
                case XmlNodeKind.EndElement when text is not null && PathOf(reader) is { } path:
                    Take(path, EppWhiteSpaces.Normalize(text, EppWhiteSpace.Collapse));
                    text = null;
                    break;
                default:
                    text = null;
                    break;
            }
        }

        return versions.Count == 0 || objects.Count == 0 ? null : new EppGreeting
        {
            ServerId = serverId ?? string.Empty,
            ServerDate = serverDate.GetValueOrDefault(),
            ServerDateOrNull = serverDate,
            Versions = versions,
            Languages = languages,
            ObjectUris = objects,
            ExtensionUris = extensions,
            ReadDiagnostics = [new EppReadDiagnostic(EppReadFault.Unreadable, fault.XmlPath ?? string.Empty, $"The message is not well-formed XML: {fault}", raw: null)],
        };

        void Take(string path, string value)
        {
            switch (path)
            {
                case "svID":
                    serverId ??= new string([.. value.Where(c => !char.IsControl(c) && c != '\uFFFD')]);
                    break;
                case "svDate" when EppLexical.TryParse(value, out DateTimeOffset date):
                    serverDate ??= date;
                    break;
                case "version":
                    versions.Add(value);
                    break;
                case "lang":
                    languages.Add(value);
                    break;
                case "objURI":
                    objects.Add(value);
                    break;
                case "extURI":
                    extensions.Add(value);
                    break;
            }
        }
    }

    private static string? PathOf(LenientXmlReader reader) =>
        reader.IsAt("epp", "greeting", "svID") ? "svID"
        : reader.IsAt("epp", "greeting", "svDate") ? "svDate"
        : reader.IsAt("epp", "greeting", "svcMenu", "version") ? "version"
        : reader.IsAt("epp", "greeting", "svcMenu", "lang") ? "lang"
        : reader.IsAt("epp", "greeting", "svcMenu", "objURI") ? "objURI"
        : reader.IsAt("epp", "greeting", "svcMenu", "svcExtension", "extURI") ? "extURI"
        : null;
}
