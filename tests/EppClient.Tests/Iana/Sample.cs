using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EppClient.Iana;
using EppClient.Xml;

namespace EppClient.Tests.Iana;

/// <summary>An element as a registry or a client would send it, written for these tests from the public descriptions.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Number">The index of the element in the file.</param>
public sealed record Sample(string File, int Number)
{
    private static readonly EppSchemaSet Schemas = new([.. EppProfiles.Standard.Schemas, .. IanaSchemas.All, SecDns10Schema.Instance]);

    public static IEnumerable<Sample> All =>
        from file in Directory.EnumerateFiles(Folder, "*.xml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)
        from number in Enumerable.Range(0, Elements(file).Count)
        select new Sample(file, number);

    public XElement Element => Elements(File)[Number];

    public ReadOnlyMemory<byte> Document => Encoding.UTF8.GetBytes(Element.ToString(SaveOptions.DisableFormatting));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    public IEppElement Read()
    {
        var reader = new EppXmlReader(Encoding.UTF8.GetBytes($"<r>{Element}</r>"), new EppXmlDialect());
        return Schemas.ReadChildren(reader).Single();
    }

    public static ReadOnlyMemory<byte> Write(Action<EppXmlWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new EppXmlWriter(buffer, new EppXmlDialect()))
        {
            write(writer);
            writer.Complete();
        }

        return buffer.WrittenMemory;
    }

    public static XmlReader Open(ReadOnlyMemory<byte> document) => XmlReader.Create(new MemoryStream(document.ToArray()));

    public override string ToString() => $"{File} {Number}";

    private static List<XElement> Elements(string file) => [.. XDocument.Load(Path.Combine(Folder, file)).Root!.Elements()];
}
