using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Turns the content of a complex type into members.</summary>
internal sealed class MemberPlanner(SchemaIndex index, TypeCatalog catalog, ValuePlanner values, WorkList work)
{
    private const string RawElement = Library.Xml + "EppRawElement";

    private static readonly ValuePlan Mixed = new(ValueKind.Mixed, Library.Xml + "EppMixedContent", false, "Mixed", string.Empty);
    private static readonly ValuePlan Flag = new(ValueKind.Flag, "bool", true, "Flag", string.Empty);
    private static readonly ValuePlan Raw = new(ValueKind.Raw, RawElement, false, "Raw", string.Empty);
    private static readonly ValuePlan RawList = new(ValueKind.RawList, RawElement, false, "Raw", string.Empty);

    public List<MemberPlan> Plan(ComplexTypeModel type, FlatContent content, ClrType owner)
    {
        var names = new MemberNames(owner);
        var members = new List<MemberPlan>();
        foreach (var item in content.Items)
        {
            members.Add(item.Element is { } element ? Element(element, item, owner, names) : Wildcard(item, names));
        }

        if (type.Content == ContentKind.Simple)
        {
            members.Insert(0, Content(values.Plan(type.SimpleContent!, owner, "Value"), type, names));
        }
        else if (type.Content == ContentKind.Mixed)
        {
            members.Insert(0, Content(Mixed, type, names));
        }

        // Attributes come first on the wire, and last where names clash: an element is the more prominent of the two.
        members.InsertRange(0, type.Attributes.Select(a => Attribute(a, a.Required, AttributeName(a, null), owner, names)).ToList());
        return members;
    }

    /// <summary>Plans a global element as the member of a group of siblings.</summary>
    public MemberPlan Sibling(ElementModel element, Placement placement, ClrType owner, MemberNames names)
    {
        var isList = placement.Repeats;
        var name = names.Take(element.Notes.Name ?? (isList ? Names.Plural(Names.Expand(element.Name.LocalName)) : Names.Expand(element.Name.LocalName)));
        var value = index.Complex(element.Type) is null && element.Type != TypeReference.Any
            ? values.Plan(element.Type, owner, name)
            : new ValuePlan(ValueKind.ElementRecord, catalog.Element(element).Global, false, "Record", string.Empty);
        return Member(name, MemberPlace.Element, value, element.Notes, Describe(element)) with
        {
            Xml = element.Name,
            Min = placement is { Required: true, IsResponse: false } ? 1 : 0,
            Max = isList ? ParticleModel.Unbounded : 1,
        };
    }

    private MemberPlan Element(ElementModel element, FlatItem item, ClrType owner, MemberNames names)
    {
        var isList = item.Max > 1;
        var readable = Names.Expand(element.Name.LocalName);
        var name = names.Take(element.Notes.Name ?? (isList && !IsFlag(element) ? Names.Plural(readable) : readable));
        var complex = index.Complex(element.Type);
        var member = Member(name, MemberPlace.Element, Value(element, complex, isList, owner, name), element.Notes, Describe(element)) with
        {
            Xml = element.Name,
            Min = item.Min,
            Max = IsFlag(element) ? 1 : item.Max,
            IsRelaxable = element.Notes.Optional && item.Min > 0,
        };
        if (complex is null || !Inlines(element, complex, isList))
        {
            return member;
        }

        var inlined = complex.Attributes
            .Select(a => Attribute(a, a.Required && member.IsRequired, AttributeName(a, name), owner, names) with { RequiredWithElement = a.Required });
        return member with { Inlined = inlined.ToEquatableArray(), IsHidden = member.IsHidden || complex.ValueNotes.Hidden };
    }

    private ValuePlan Value(ElementModel element, ComplexTypeModel? complex, bool isList, ClrType owner, string name)
    {
        if (IsFlag(element))
        {
            return Flag;
        }

        if (complex is null)
        {
            return element.Type.Name is { Namespace: SchemaIndex.XmlSchemaNamespace, LocalName: "anyType" } ? Mixed : values.Plan(element.Type, owner, name);
        }

        if (element.IsReference)
        {
            return new ValuePlan(ValueKind.ElementRecord, catalog.Element(index.Element(element.Name)!).Global, false, "Record", string.Empty);
        }

        if (Inlines(element, complex, isList))
        {
            return complex.Content == ContentKind.Mixed ? Mixed : values.Plan(complex.SimpleContent!, owner, name);
        }

        if (OnlyWildcard(complex) is { } wildcard && (wildcard.Max == 1 || !isList))
        {
            return wildcard.Max == 1 ? Raw : RawList;
        }

        var type = element.Type.Name is { } reference ? catalog.Type(reference, complex.Notes) : catalog.Nested(owner, Names.Expand(element.Name.LocalName));
        work.AddRecord(type, complex);
        return new ValuePlan(ValueKind.Record, type.Global, false, "Record", string.Empty);
    }

    private MemberPlan Attribute(AttributeModel attribute, bool required, string preferred, ClrType owner, MemberNames names)
    {
        var name = names.Take(preferred, "Attribute");
        var value = values.Plan(attribute.Type, owner, name);
        var summary = attribute.Notes.Documentation ?? $"The attribute <c>{attribute.Name.LocalName}</c>.";
        return Member(name, MemberPlace.Attribute, value, attribute.Notes, summary) with { Xml = attribute.Name, Min = required ? 1 : 0 };
    }

    private static string AttributeName(AttributeModel attribute, string? element) =>
        attribute.Notes.Name ?? element + Names.Expand(attribute.Name.LocalName);

    private static MemberPlan Content(ValuePlan value, ComplexTypeModel type, MemberNames names) =>
        Member(
            names.Take(type.ValueNotes.Name ?? (value.Kind == ValueKind.Mixed ? "Content" : "Value")),
            MemberPlace.Content,
            value,
            type.ValueNotes,
            type.ValueNotes.Documentation ?? "The content of the element.") with
        {
            // A text without facets may be empty, and mostly is where attributes say it all.
            Min = value is { Kind: ValueKind.Text } && value.Descriptor.StartsWith(ValuePlanner.BuiltIns, StringComparison.Ordinal) ? 0 : 1,
        };

    private static MemberPlan Wildcard(FlatItem item, MemberNames names) =>
        Member(names.Take("Elements"), MemberPlace.Wildcard, Raw, Notes.None, "Elements of other schemas, as they are.") with
        {
            Min = item.Min,
            // One place for any element is a list too: a schema that grows may turn it into several.
            Max = Math.Max(item.Max, 2),
        };

    private static MemberPlan Member(string name, MemberPlace place, ValuePlan value, Notes notes, string summary) => new()
    {
        Name = name,
        Local = Names.Camel(name),
        Place = place,
        Value = value,
        IsHidden = notes.Hidden,
        Summary = summary,
        Obsolete = notes.Retired,
    };

    private string Describe(ElementModel element) =>
        element.Notes.Documentation
        ?? index.Complex(element.Type)?.Notes.Documentation
        ?? (element.Type.Name is { } type ? index.SimpleType(type)?.Notes.Documentation : null)
        ?? $"The element <c>{element.Name.LocalName}</c>.";

    /// <summary>An element without a declared type, or with a type that allows no content at all.</summary>
    private bool IsFlag(ElementModel element) =>
        element.Type == TypeReference.Any
        || (!element.IsReference && index.Complex(element.Type) is { Content: ContentKind.Empty, Attributes.Count: 0 });

    /// <summary>A single child with text and attributes becomes several members of its parent.</summary>
    private static bool Inlines(ElementModel element, ComplexTypeModel type, bool isList) =>
        !element.IsReference
        && type.Content is ContentKind.Simple or ContentKind.Mixed
        && (type.Attributes.Count == 0 || !isList);

    private static FlatItem? OnlyWildcard(ComplexTypeModel type) =>
        type is { Attributes.Count: 0, Content: ContentKind.Elements } && FlatContent.Of(type.Particle).Items is { Count: 1 } items && items[0].Element is null
            ? items[0]
            : null;
}
