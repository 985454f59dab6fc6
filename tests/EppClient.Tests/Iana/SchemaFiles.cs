using System.Xml;
using System.Xml.Schema;

namespace EppClient.Tests.Iana;

/// <summary>The schemas of the repository, and the validation of documents against them.</summary>
internal static class SchemaFiles
{
    private static readonly Lazy<XmlSchemaSet> All = new(Compile);

    public static IEnumerable<XmlSchema> Iana => Directory.EnumerateFiles(RepositoryFolder.Combine("schemas", "iana"), "*.xsd").Select(Read);

    public static IReadOnlyList<string> Validate(XmlReader document)
    {
        List<string> errors = [];
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = All.Value, XmlResolver = null };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => errors.Add(e.Message);
        using var reader = XmlReader.Create(document, settings);
        while (reader.Read())
        {
            // Reading validates the document; the handler collects the errors.
        }

        return errors;
    }

    private static XmlSchemaSet Compile()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Combine("schemas"), "*.xsd", SearchOption.AllDirectories))
        {
            set.Add(Read(file));
        }

        set.Compile();
        return set;
    }

    private static XmlSchema Read(string file)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { XmlResolver = null });
        return XmlSchema.Read(reader, validationEventHandler: null)!;
    }
}
