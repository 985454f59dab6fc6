using System.Xml;
using System.Xml.Schema;

namespace EppClient.Tests.Schemas;

public sealed class SchemaAnnotationTests
{
    private const string Vocabulary = "urn:eppclient:annotations";

    private static readonly string[] SecretNames = ["pw", "newPW", "ext", "allocationToken"];

    private static readonly string[] PersonalNames =
    [
        "street", "city", "sp", "pc", "voice", "fax", "email", "org", "mobilephone", "secondaryEmail", "confirm_email", "confirm_secondary_email",
    ];

    private static readonly XmlSchema[] Schemas = [.. Repository.SchemaFiles.Select(SchemaFile.Read)];

    private static readonly (string Path, XmlSchemaAnnotated Component)[] Components =
        [.. Schemas.SelectMany(s => SchemaFile.Components(s).Select(c => (s.TargetNamespace + c.Path, c.Component)))];

    [Fact]
    public void Annotations_use_the_vocabulary_only()
    {
        string[] known = ["name", "secret", "personal", "optional", "on", "retired", "flat"];

        var unknown = Components.SelectMany(c => SchemaFile.Notes(c.Component)).Where(n => n.NamespaceURI != Vocabulary || !known.Contains(n.LocalName));

        unknown.Select(n => n.OuterXml).Should().BeEmpty();
    }

    [Fact]
    public void Names_are_CSharp_names_of_the_usual_form()
    {
        var names = Notes("name").Select(n => n.Note.InnerText).ToList();

        names.Should().NotBeEmpty().And.OnlyContain(n => char.IsUpper(n[0]) && n.All(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public void Names_are_unique_within_a_schema()
    {
        var twice = Notes("name")
            .Where(n => n.Component.Parent is XmlSchema)
            .GroupBy(n => (n.Path[..n.Path.LastIndexOf('/')], n.Component is XmlSchemaElement, n.Note.InnerText))
            .Where(g => g.Count() > 1);

        twice.Select(g => g.Key).Should().BeEmpty();
    }

    [Fact]
    public void Placements_name_elements_that_exist()
    {
        var globals = Schemas.SelectMany(s => s.Items.OfType<XmlSchemaElement>().Select(e => (s.TargetNamespace, e.Name))).ToHashSet();
        foreach (var (path, component, note) in Notes("on"))
        {
            component.Parent.Should().BeOfType<XmlSchema>(path);
            var target = note.HasAttribute("command") ? note.GetAttribute("command") : note.GetAttribute("response");
            if (target is "poll" or "login")
            {
                continue;
            }

            var parts = target.Split(':');
            var bound = ((XmlSchema)component.Parent!).Namespaces.ToArray().Single(n => n.Name == parts[0]).Namespace;
            globals.Should().Contain((bound, parts[1]), path);
        }
    }

    [Fact]
    public void Retired_elements_are_not_offered_on_any_command()
    {
        var offered = Notes("retired").Where(r => SchemaFile.Notes(r.Component).Any(n => n.LocalName == "on" && n.HasAttribute("command")));

        offered.Select(r => r.Path).Should().BeEmpty();

        // All retired elements were retired on one day; retired values were replaced by words at an unrecorded earlier date.
        var values = Notes("retired").Where(r => r.Component is XmlSchemaEnumerationFacet);
        Notes("retired").Except(values).Should().HaveCount(5).And.OnlyContain(r => r.Note.GetAttribute("since") == "2026-07-01");
        values.Should().HaveCount(5);
    }

    [Fact]
    public void Secrets_are_marked_wherever_they_occur() => Unmarked(SecretNames, "secret").Should().BeEmpty();

    [Fact]
    public void Personal_data_is_marked_wherever_it_occurs() => Unmarked(PersonalNames, "personal").Should().BeEmpty();

    [Fact]
    public void Names_of_people_are_marked_as_personal()
    {
        string[] types = ["ostalInfoType/name", "/holderType/name", "mark-1.0/contactType/name"];

        var names = Components.Where(c => types.Any(t => c.Path.EndsWith(t, StringComparison.Ordinal))).ToList();

        names.Should().HaveCount(6).And.OnlyContain(c => HasNote(c.Component, "personal"));
    }

    [Theory]
    [InlineData("dkhm-4.5/authInfo")]
    [InlineData("launch-1.0/codeType")]
    public void Tokens_in_element_text_are_marked_as_secret(string element)
    {
        var contents = Components.Where(c => c.Path.Contains(element, StringComparison.Ordinal) && c.Component is XmlSchemaSimpleContentExtension);

        contents.Should().ContainSingle().Which.Component.Should().Match<XmlSchemaAnnotated>(c => HasNote(c, "secret"));
    }

    /// <summary>
    /// Returns elements with a value and one of the names. Excludes the flags of a disclosure, the limits in a zone's policy and the older dkhm, which is
    /// not emitted.
    /// </summary>
    private static IEnumerable<string> Unmarked(string[] names, string note) => Components
        .Where(c => c.Component is XmlSchemaElement element && names.Contains(element.Name) && !HasNote(element, note))
        .Select(c => c.Path)
        .Where(p => !p.Contains("/discloseType/", StringComparison.Ordinal)
            && !p.Contains("/registry-1.0/", StringComparison.Ordinal)
            && !p.Contains("dkhm-4.4", StringComparison.Ordinal));

    private static bool HasNote(XmlSchemaAnnotated component, string name) => SchemaFile.Notes(component).Any(n => n.LocalName == name);

    private static IEnumerable<(string Path, XmlSchemaAnnotated Component, XmlElement Note)> Notes(string name) =>
        Components.SelectMany(c => SchemaFile.Notes(c.Component).Where(n => n.LocalName == name).Select(n => (c.Path, c.Component, n)));
}
