using EppClient.SchemaGenerator.Emit;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Converts the content of a complex type to members.</summary>
internal sealed class MemberPlanner(SchemaIndex index, TypeCatalog catalog, ValuePlanner values, WorkList work)
{
    private const string AnyElement = Library.Xml + "IEppElement";

    private static readonly ValuePlan Mixed = new(ValueKind.Mixed, Library.Xml + "EppMixedContent", false, "Mixed", string.Empty);
    private static readonly ValuePlan Anything = new(ValueKind.Mixed, Library.Xml + "EppMixedContent", false, "AnyContent", string.Empty);
    private static readonly ValuePlan Flag = new(ValueKind.Flag, "bool", true, "Flag", string.Empty);
    private static readonly ValuePlan AnyFlag = new(ValueKind.AnyFlag, Library.Xml + "EppFlag", true, "AnyFlag", string.Empty);
    private static readonly ValuePlan Any = new(ValueKind.Raw, AnyElement, false, "Any", string.Empty);
    private static readonly ValuePlan Skipped = new(ValueKind.Raw, AnyElement, false, "Raw", string.Empty);
    private static readonly ValuePlan AnyList = new(ValueKind.RawList, AnyElement, false, "Any", string.Empty);
    private static readonly ValuePlan RawAttribute = new(ValueKind.Raw, Library.Xml + "EppAttributeValue", true, "Raw", string.Empty);

    public List<MemberPlan> Plan(ComplexTypeModel type, FlatContent content, ClrType owner)
    {
        var names = new MemberNames(owner);
        if (type is { IsAbstract: true, Name: { } name })
        {
            // The element declares its type itself, so its attributes belong to that type.
            return [Content(Abstract(name, type), type, names)];
        }

        var members = Items(content, owner, names);
        if (type.Content == ContentKind.Simple)
        {
            members.Insert(0, Content(values.Plan(type.SimpleContent!, owner, "Value"), type, names));
        }
        else if (type.Content == ContentKind.Mixed)
        {
            members.Insert(0, Content(type.IsAnything ? Anything : Mixed, type, names));
        }

        // Attributes come first in messages, and last in name conflicts, because an element is the more important of the two.
        var attributes = type.Attributes.Select(a => Attribute(a, a.Required, AttributeName(a, null), owner, names)).ToList();
        if (type is { AllowsAttributes: true, IsAnything: false })
        {
            attributes.Add(OtherAttributes(names));
        }

        members.InsertRange(0, type.Content == ContentKind.Simple ? attributes.Select(a => OfAddress(a, type, members[0])) : attributes);
        return members;
    }

    /// <summary>Plans the content of a part.</summary>
    public List<MemberPlan> Plan(FlatContent content, ClrType owner) => Items(content, owner, new MemberNames(owner));

    /// <summary>Plans a global element as the member of a group of siblings.</summary>
    public MemberPlan Sibling(ElementModel element, Placement placement, ClrType owner, MemberNames names)
    {
        var isList = placement.Repeats;
        var name = names.Take(element.Notes.Name ?? (isList ? Names.Plural(Names.Expand(element.Name.LocalName)) : Names.Expand(element.Name.LocalName)));
        var value = index.Complex(element.Type) is null && element.Type != TypeReference.Any
            ? values.Plan(element.Type, owner, name)
            : new ValuePlan(ValueKind.ElementRecord, catalog.Element(element).Reference, false, "Record", string.Empty);
        return Member(name, MemberPlace.Element, value, element.Notes, Describe(element)) with
        {
            Xml = element.Name,
            Min = placement is { Required: true, IsResponse: false } ? 1 : 0,
            Max = isList ? ParticleModel.Unbounded : 1,
        };
    }

    private List<MemberPlan> Items(FlatContent content, ClrType owner, MemberNames names)
    {
        var members = new List<MemberPlan>();
        foreach (var item in content.Items)
        {
            var earlier = members.Count(m => item.Element is { } element
                ? m.Place == MemberPlace.Element && m.Xml == element.Name
                : item.Wildcard is not null && m.Place == MemberPlace.Wildcard);
            var member = item switch
            {
                { Element: { } element } => Element(element, item, owner, names, earlier),
                { Part: { } part } => Part(part, item, content.IsUnion, owner, names),
                _ => Wildcard(item, content.IsUnion, names, earlier),
            };
            members.Add(member with { Order = item.Order });
        }

        return members;
    }

    private MemberPlan Element(ElementModel element, FlatItem item, ClrType owner, MemberNames names, int earlier)
    {
        var isList = item.Max > 1;
        var readable = Ordinals.Prefix(earlier) + RoleOf(element, owner);
        var name = names.Take(element.Notes.Name ?? (isList ? Names.Plural(readable) : readable));
        var complex = index.Complex(element.Type);
        var member = Member(name, MemberPlace.Element, Value(element, complex, isList, owner, readable), element.Notes, Describe(element)) with
        {
            Xml = element.Name,
            Min = item.Min,
            Max = item.Max,
            IsRelaxable = element.Notes.Optional && item.Min > 0,
            IsNillable = element.IsNillable,
            DefaultText = element.Default,
        };
        if (complex is null || !Inlines(element, complex, isList))
        {
            return member;
        }

        var inlined = complex.Attributes
            .Select(a => Attribute(a, a.Required && member.IsRequired, AttributeName(a, name), owner, names) with { RequiredWithElement = a.Required, Parent = element.Name.LocalName })
            .Select(a => OfAddress(a, complex, member));
        return member with { Inlined = inlined.ToEquatableArray(), IsHidden = member.IsHidden || complex.ValueNotes.Hidden };
    }

    /// <summary>The role of an element in its parent. For a verb or response of another schema, its type name states the object.</summary>
    private string RoleOf(ElementModel element, ClrType owner)
    {
        var name = element.Name.LocalName;
        var isVerbOrAnswer = RoleFinder.VerbOf(name) is not null || RoleFinder.IsResponse(name);
        if (!isVerbOrAnswer || !element.IsReference || index.Element(element.Name) is not { } target || index.Complex(target.Type) is null)
        {
            return Names.Expand(name);
        }

        // A type needs no qualification inside itself.
        var type = catalog.Element(target);
        return type.FullName == owner.FullName ? Names.Expand(name) : type.Name;
    }

    private ValuePlan Value(ElementModel element, ComplexTypeModel? complex, bool isList, ClrType owner, string name)
    {
        var isEmpty = IsEmpty(element);
        if ((isEmpty || element.Type == TypeReference.Any) && !isList && !element.IsNillable)
        {
            return isEmpty ? Flag : AnyFlag;
        }

        if (isEmpty || element.Type == TypeReference.Any)
        {
            return Anything;
        }

        if (complex is null)
        {
            return element.Type.Name is { Namespace: SchemaIndex.XmlSchemaNamespace, LocalName: "anyType" } ? Anything : values.Plan(element.Type, owner, name);
        }

        if (element.IsReference)
        {
            return new ValuePlan(ValueKind.ElementRecord, catalog.Element(index.Element(element.Name)!).Reference, false, "Record", string.Empty);
        }

        if (Inlines(element, complex, isList))
        {
            return complex.Content == ContentKind.Mixed ? Mixed : values.Plan(complex.SimpleContent!, owner, name);
        }

        // If its content is optional, an empty element differs from an absent one.
        if (OnlyWildcard(complex) is { Min: > 0 } wildcard && (wildcard.Max == 1 || !isList))
        {
            return wildcard.Max == 1 ? Any : AnyList;
        }

        return element.Type.Name is { } reference && complex.IsAbstract ? Abstract(reference, complex) : Record(element, complex, owner, name);
    }

    private ValuePlan Record(ElementModel element, ComplexTypeModel complex, ClrType owner, string name)
    {
        var type = element.Type.Name is { } reference ? catalog.Type(reference, complex.Notes) : catalog.Nested(owner, name);
        work.AddRecord(type, complex);
        return new ValuePlan(ValueKind.Record, type.Reference, false, "Record", string.Empty);
    }

    /// <summary>Plans an abstract type as an interface, and all types derived from it as records.</summary>
    public ValuePlan Abstract(XmlName name, ComplexTypeModel complex)
    {
        var type = catalog.Interface(name, complex.Notes);
        var derived = index.DerivedFrom(name).Where(t => !t.IsAbstract).ToList();
        if (work.AddInterface(type, complex, derived.Select(t => new DerivedPlan(t.Name!.Value, catalog.Type(t.Name!.Value, t.Notes).Reference)).ToEquatableArray()))
        {
            foreach (var model in derived)
            {
                work.AddRecord(catalog.Type(model.Name!.Value, model.Notes), model);
            }
        }

        return new ValuePlan(ValueKind.Derived, type.Reference, false, "Derived", string.Empty);
    }

    /// <summary>Plans a group that becomes a separate record.</summary>
    private MemberPlan Part(GroupParticle part, FlatItem item, bool isBranch, ClrType owner, MemberNames names)
    {
        var isList = item.Max > 1;
        var role = part.Notes.Name ?? PartNames.Of(part, isList, isBranch);
        var name = names.Take(isList ? Names.Plural(role) : role);
        var type = catalog.Nested(owner, role);
        work.AddPart(type, part);
        var value = new ValuePlan(ValueKind.Part, type.Reference, false, "Part", string.Empty);
        var summary = part.Notes.Documentation ?? (part.IsChoice ? "One of several elements." : "A group of elements.");
        return Member(name, MemberPlace.Element, value, part.Notes, summary) with
        {
            Min = item.Min,
            Max = item.Max,
            PartNames = item.Names.ToEquatableArray(),
            Reach = PartNames.ReachOf(part),
        };
    }

    private MemberPlan Attribute(AttributeModel attribute, bool required, string preferred, ClrType owner, MemberNames names)
    {
        var name = names.Take(preferred, "Attribute");
        var value = values.Plan(attribute.Type, owner, name);
        var summary = attribute.Notes.Documentation ?? $"The attribute <c>{attribute.Name.LocalName}</c>.";
        return Member(name, MemberPlace.Attribute, value, attribute.Notes, summary) with
        {
            Xml = attribute.Name,
            Min = required ? 1 : 0,
            Default = attribute.Default is { } text ? ValueText.Literal(value, text) : null,
        };
    }

    /// <summary>Plans an attribute that is v4 or v6, with the default v4 (RFC 5732, section 2.5): the address determines it.</summary>
    private MemberPlan OfAddress(MemberPlan attribute, ComplexTypeModel type, MemberPlan address)
    {
        var declared = type.Attributes.FirstOrDefault(a => a.Name == attribute.Xml);
        var isVersion = declared is { Default: "v4", Required: false }
            && (declared.Type.Name is { } name ? index.SimpleType(name) : declared.Type.Simple) is { IsEnumeration: true } values
            && new HashSet<string>(values.Values.Select(v => v.Text), StringComparer.Ordinal).SetEquals(["v4", "v6"]);
        return isVersion && address.Value.Kind == ValueKind.Text
            ? attribute with { AddressMember = address.Name }
            : attribute;
    }

    private static MemberPlan OtherAttributes(MemberNames names) =>
        Member(names.Take("Attributes"), MemberPlace.OtherAttributes, RawAttribute, Notes.None, "Attributes that the schema does not define, unchanged.") with
        {
            Max = ParticleModel.Unbounded,
        };

    private static string AttributeName(AttributeModel attribute, string? element) =>
        attribute.Notes.Name ?? element + Names.Expand(attribute.Name.LocalName);

    private static MemberPlan Content(ValuePlan value, ComplexTypeModel type, MemberNames names) =>
        Member(
            names.Take(type.ValueNotes.Name ?? (value.Kind is ValueKind.Mixed or ValueKind.Derived ? "Content" : "Value")),
            MemberPlace.Content,
            value,
            type.ValueNotes,
            type.ValueNotes.Documentation ?? "The content of the element.") with
        {
            // A text without facets can be empty, and usually is if all data is in attributes.
            Min = value.Kind == ValueKind.Mixed || value is { Kind: ValueKind.Text } && value.Descriptor.StartsWith(ValuePlanner.BuiltIns, StringComparison.Ordinal) ? 0 : 1,
        };

    private static MemberPlan Wildcard(FlatItem item, bool isBranch, MemberNames names, int earlier)
    {
        var wildcard = item.Wildcard!;
        var isOne = isBranch && item.Max == 1;
        var member = Member(
            names.Take(Ordinals.Prefix(earlier) + (isOne ? "Element" : "Elements")),
            MemberPlace.Wildcard,
            wildcard.IsSkipped ? Skipped : Any,
            Notes.None,
            isOne ? "An element of another schema." : "Elements of other schemas.");
        return member with
        {
            Min = item.Min,
            Max = isOne ? 1 : Math.Max(item.Max, 2),
            Reach = wildcard.IsOther ? WildcardReach.Other : WildcardReach.Any,
        };
    }

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

    /// <summary>Whether an element has a type that allows no content.</summary>
    private bool IsEmpty(ElementModel element) =>
        !element.IsReference && index.Complex(element.Type) is { Content: ContentKind.Empty, IsAbstract: false, KeepsAttributes: false, Attributes.Count: 0 };

    /// <summary>Whether a single child with text and attributes becomes several members of its parent.</summary>
    private static bool Inlines(ElementModel element, ComplexTypeModel type, bool isList) =>
        element is { IsReference: false, IsNillable: false }
        && type is { Content: ContentKind.Simple or ContentKind.Mixed, KeepsAttributes: false }
        && (type.Attributes.Count == 0 || !isList);

    private static FlatItem? OnlyWildcard(ComplexTypeModel type) =>
        type is { Attributes.Count: 0, KeepsAttributes: false, Content: ContentKind.Elements } && FlatContent.Of(type).Items is { Count: 1 } items && items[0].Wildcard is not null
            ? items[0]
            : null;
}
