using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans the class of a schema.</summary>
internal static class SchemaPlanner
{
    /// <summary>The members of every schema class.</summary>
    public static readonly string[] OwnMembers = ["Namespace", "Instance", "NamespaceUri", "IsAddition", "Read", "SensitivityOf", "Declares"];

    /// <summary>The global elements that can be read: those with records, and those with simple values.</summary>
    public static EquatableArray<GlobalElementPlan> Elements(
        EmittedSchema schema, List<ElementModel> records, TypeCatalog catalog, SchemaIndex index, ValuePlanner values)
    {
        return schema.Model.Elements.Select(Plan).OfType<GlobalElementPlan>().ToEquatableArray();

        GlobalElementPlan? Plan(ElementModel element)
        {
            var name = element.Name.LocalName;
            if (records.Contains(element))
            {
                return new GlobalElementPlan(name, new ValuePlan(ValueKind.ElementRecord, catalog.Element(element).Reference, false, "Record", string.Empty));
            }

            var isValue = !element.IsAbstract && element.Type != TypeReference.Any && index.Complex(element.Type) is null && schema.EmitsAll;
            return isValue ? new GlobalElementPlan(name, values.Plan(element.Type, schema.ClassType, Names.Expand(name))) : null;
        }
    }

    public static SchemaPlan Plan(
        EmittedSchema schema,
        EquatableArray<GlobalElementPlan> elements,
        SchemaModel model,
        SchemaIndex index,
        ValuePlanner values,
        IEnumerable<FilePlan> files)
    {
        var (uri, type) = (schema.Model.Uri, schema.ClassType);
        var hidden = SensitivityFinder.Find(schema.Model, index);
        return new SchemaPlan(type.HintName)
        {
            Header = new TypeHeader(type.Namespace, type.Name, schema.IsAddition
                ? $"The additions of this project to the schema <c>{uri}</c>: global elements and simple types. Add it to a profile together with the schema itself."
                : $"The schema <c>{uri}</c>: its global elements and simple types.", null, null, "public"),
            XmlNamespace = uri,
            IsAddition = schema.IsAddition,
            IsShared = !schema.IsAddition,
            Elements = elements,
            Descriptors = values.Descriptors(schema.Model),
            SecretElements = Sorted(hidden.Where(h => h.Value.Secret)),
            PersonalElements = Sorted(hidden.Where(h => !h.Value.Secret)),
            DeclaredElements = hidden.Count > 0 || schema.IsAddition
                ? SensitivityFinder.Elements(schema.Model).Select(e => e.Name.LocalName).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray()
                : default,
            ProvidedTypes = files.Select(f => ProvidedType(f, uri)).OfType<string>().OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray(),
            OlderVersions = model.OlderVersions.Where(v => v.NewestUri == uri && !schema.IsAddition).Select(Older).ToEquatableArray(),
        };
    }

    private static EquatableArray<string> Sorted(IEnumerable<KeyValuePair<string, Notes>> names) =>
        names.Select(n => n.Key).OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray();

    private static string? ProvidedType(FilePlan file, string uri) => file switch
    {
        RecordPlan { SchemaTypeName.Length: > 0 } record when record.XmlNamespace == uri => FullName(record.Header),
        RecordPlan { ElementName: not null } record when record.XmlNamespace == uri => FullName(record.Header),
        EnumerationPlan enumeration when enumeration.XmlNamespace == uri => FullName(enumeration.Header),
        _ => null,
    };

    private static string FullName(TypeHeader header) => header.Namespace.Length == 0 ? header.Name : $"{header.Namespace}.{header.Name}";

    // "urn:...:dkhm-4.4" is the property "Dkhm44".
    private static OlderVersionPlan Older(OlderVersion version)
    {
        var name = version.Uri.Substring(version.Uri.LastIndexOfAny([':', '/']) + 1);
        return new OlderVersionPlan(Names.Expand(name), version.Uri, version.MissingElements);
    }
}
