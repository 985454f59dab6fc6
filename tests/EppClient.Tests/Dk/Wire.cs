using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using EppClient.Dk;
using EppClient.Xml;

namespace EppClient.Tests.Dk;

/// <summary>Sent and received XML without the envelope.</summary>
internal static partial class Wire
{
    public static readonly EppXmlDialect Current = new()
    {
        Families = DkProfile.Current.Families,
        Overlay = DkProfile.Current.Overlay,
    };

    public static readonly EppXmlDialect Version44 = new()
    {
        Families = DkProfile.Current.Families,
        Versions = DkProfile.Current.OlderVersions,
        Overlay = DkProfile.Current.Overlay,
    };

    /// <summary>Writes the command's element and those under <c>extension</c>, without namespace declarations, and empty elements in short form.</summary>
    public static string Write(IEppCommand command, EppXmlDialect? dialect = null) =>
        EmptyElements().Replace(NamespaceDeclarations().Replace(WriteInFull(command, dialect), string.Empty), "<$1$2 />");

    public static string WriteInFull(IEppCommand command, EppXmlDialect? dialect = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new EppXmlWriter(buffer, dialect ?? Current))
        {
            writer.StartElement(EppNamespaces.Epp, "c");
            command.Write(writer);
            foreach (var extension in command.Extensions)
            {
                extension.Write(writer);
            }

            writer.EndElement();
            writer.Complete();
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        var start = text.IndexOf("<c ", StringComparison.Ordinal);
        return text[(text.IndexOf('>', start) + 1)..^"</c>".Length];
    }

    /// <summary>Reads elements as received under <c>extension</c>; the prefix k is that of dkhm.</summary>
    public static IReadOnlyList<IEppElement> Read(string xml, string version = "4.5")
    {
        var schemas = new EppSchemaSet(DkProfile.Current.Schemas);
        var reader = new EppXmlReader(Encoding.UTF8.GetBytes($"<r xmlns:k=\"{DkNamespaces.DkhmFamily}{version}\">{xml}</r>"), Current);
        List<IEppElement> elements = [];
        var root = reader.EnterElement();
        while (reader.NextChild(root))
        {
            elements.Add(schemas.Read(reader));
        }

        return elements;
    }

    [GeneratedRegex(" xmlns(:\\w+)?=\"[^\"]*\"")]
    private static partial Regex NamespaceDeclarations();

    [GeneratedRegex("<([^ />]+)([^/>]*)></\\1>")]
    private static partial Regex EmptyElements();
}
