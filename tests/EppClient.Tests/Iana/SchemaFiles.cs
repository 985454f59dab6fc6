using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace EppClient.Tests.Iana;

/// <summary>The schemas of the repository, and the validation of documents against them.</summary>
internal static class SchemaFiles
{
    private static readonly Lazy<XmlSchemaSet> All = new(Compile);

    /// <summary>The schemas that the project of the package compiles.</summary>
    public static IEnumerable<XmlSchema> Iana
    {
        get
        {
            var project = RepositoryFolder.Combine("src", "EppClient.Iana", "EppClient.Iana.csproj");
            return XDocument.Load(project).Descendants("EppSchema").Select(s => Read(Path.Combine(Path.GetDirectoryName(project)!, s.Attribute("Include")!.Value)));
        }
    }

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
