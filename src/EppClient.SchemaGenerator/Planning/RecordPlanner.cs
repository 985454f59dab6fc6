using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans the records for global elements and for complex types.</summary>
internal sealed class RecordPlanner(SchemaIndex index, TypeCatalog catalog, MemberPlanner members, WorkList work, RolePlanner roles)
{
    // With more parameters, an object initializer with names is easier to read.
    private const int MaxParameters = 3;

    public RecordPlan Element(ElementModel element)
    {
        var type = catalog.Element(element);
        var content = index.Complex(element.Type) ?? Plain(element);
        var schema = catalog.Schema(element.Name.Namespace).Model;
        var summary = element.Notes.Documentation ?? content.Notes.Documentation ?? $"The element <c>{index.Display(element.Name)}</c>.";
        var plan = Content(type, content, Header(type, summary, element.Notes, "Element", element.Name)) with
        {
            XmlNamespace = element.Name.Namespace,
            ElementName = element.Name.LocalName,
        };
        return WithConstructor(roles.Plan(plan, element, schema, type), type.Declaration);
    }

    /// <summary>
    /// The content of an element without a complex type. Without any type it is any content; a value of a simple type is as sensitive as the element.
    /// </summary>
    private static ComplexTypeModel Plain(ElementModel element)
    {
        var anything = ComplexTypeModel.Anything(element.Line);
        return element.Type == TypeReference.Any
            ? anything
            : anything with
            {
                Content = ContentKind.Simple,
                SimpleContent = element.Type,
                ValueNotes = element.Notes with { Name = null },
                AllowsAttributes = false,
            };
    }

    public RecordPlan Type(NeededRecord needed)
    {
        var (type, model) = (needed.Type, needed.Model);
        var summary = model.Notes.Documentation ?? (model.Name is { } name ? $"The type <c>{index.Display(name)}</c>." : "A part of its parent.");
        return Content(type, model, Header(type, summary, model.Notes, "Type", model.Name));
    }

    public static TypeHeader Header(ClrType type, string summary, Notes notes, string kind, XmlName? component) => new(
        type.Namespace,
        type.Name,
        type.Declaration is { IsDocumented: true } ? null : summary,
        notes.Retired,
        type.Declaration is null && component is { } name ? $"{Library.Xml}Epp{kind}(\"{name.Namespace}\", \"{name.LocalName}\")" : null,
        type.Declaration is { IsPublic: false } ? "internal" : "public")
    {
        DeclaredNames = type.Declaration?.DeclaredNames ?? [],
        DeclaredTypes = type.Declaration?.DeclaredTypes ?? [],
    };

    /// <summary>Plans a record for sibling elements.</summary>
    public RecordPlan Part(NeededPart needed)
    {
        var (type, part) = (needed.Type, needed.Part);
        var content = FlatContent.Of(part);
        var summary = part.Notes.Documentation ?? (part.IsChoice ? "One of several elements." : "A group of elements.");
        var plan = Shape(type, content, members.Plan(content, type), attributes: 0, Header(type, summary, part.Notes, "Type", null));
        return plan with { IsPart = true, SchemaType = type.Name };
    }

    /// <summary>Plans the interface for an abstract type.</summary>
    public InterfacePlan Interface(NeededInterface needed)
    {
        var name = index.Display(needed.Model.Name!.Value);
        var summary = needed.Model.Notes.Documentation ?? $"A type derived from the abstract type <c>{name}</c>.";
        return new InterfacePlan(needed.Type.HintName)
        {
            Header = Header(needed.Type, summary, needed.Model.Notes, "Type", null),
            SchemaType = name,
            Derived = needed.Derived,
        };
    }

    private RecordPlan Content(ClrType type, ComplexTypeModel model, TypeHeader header)
    {
        var content = FlatContent.Of(model);
        var planned = members.Plan(model, content, type);
        var plan = Shape(type, content, planned, planned.Count - content.Items.Count, header);
        return plan with
        {
            XmlNamespace = model.Name?.Namespace ?? plan.XmlNamespace,
            SchemaType = model.Name is { } name ? index.Display(name) : type.Name,
            SchemaTypeName = model.Name?.LocalName ?? string.Empty,
            KeepsUnknown = !model.IsAbstract && model.Content is ContentKind.Elements or ContentKind.Empty && planned.TrueForAll(m => m.Reach != WildcardReach.Any),
            KeepsUnknownAttributes = !model.AllowsAttributes,
            EmitDefaultConstructor = type.Declaration is { NeedsDefaultConstructor: true },
            DerivedType = model.Bases.Any(b => index.ComplexType(b) is { IsAbstract: true }) ? model.Name : null,
            Interfaces = model.Bases
                .Where(b => index.ComplexType(b) is { IsAbstract: true })
                .Select(b => members.Abstract(b, index.ComplexType(b)!).ClrType)
                .ToEquatableArray(),
        };
    }

    private RecordPlan Shape(ClrType type, FlatContent content, List<MemberPlan> planned, int attributes, TypeHeader header) => new(type.HintName)
    {
        Header = header,
        XmlNamespace = content.Items.SelectMany(i => i.Names).FirstOrDefault().Namespace ?? string.Empty,
        SchemaType = type.Name,
        SchemaTypeName = string.Empty,
        Shape = content.IsUnion ? RecordShape.Union : RecordShape.Properties,
        MayBeEmpty = content is { IsUnion: true, IsRequired: false },
        Members = planned
            .Select(m => content.IsUnion ? Branch(m) : m)
            .Select(m => m with { IsDeclared = type.Declaration?.DeclaredMembers.Contains(m.Name) is true })
            .ToEquatableArray(),
        Choices = ChoicesOf(content, attributes).ToEquatableArray(),
        Sequences = content.Sequences
            .Select(s => new SequencePlan(Shifted(s.Items, attributes), Shifted(s.Required, attributes)))
            .ToEquatableArray(),
        Descriptors = work.TakeDescriptors(),
    };

    private static IEnumerable<ChoicePlan> ChoicesOf(FlatContent content, int shift)
    {
        var choices = content.IsUnion
            ? [new FlatChoice(content.IsRequired, [.. Enumerable.Range(0, content.Items.Count).Select(i => (IReadOnlyList<int>)[i])])]
            : content.Choices;
        return choices.Select(c => new ChoicePlan(c.Required, c.Branches.Select(b => new ChoiceBranch(Shifted(b, shift))).ToEquatableArray()));
    }

    private static EquatableArray<int> Shifted(IEnumerable<int> places, int shift) => places.Select(p => p + shift).ToEquatableArray();

    /// <summary>A flag passes its name to the factory: <c>Remove</c> creates the union, <c>IsRemove</c> reads it.</summary>
    private static MemberPlan Branch(MemberPlan member) => member.IsFlag
        ? member with { Name = "Is" + member.Name, FactoryName = member.Name }
        : member with { FactoryName = "From" + member.Name };

    /// <summary>Adds a constructor with the required members to a type that is sent, unless there are too many.</summary>
    private static RecordPlan WithConstructor(RecordPlan plan, DeclarationModel? declaration)
    {
        var isRequest = plan.Command is not null || plan.Interfaces.Any(i => i.StartsWith(Library.Root + "IEppExtension<", StringComparison.Ordinal));
        var count = plan.RequiredMembers.Count;
        var length = count + (plan.Command is { IsTransfer: true } ? 1 : 0);
        return isRequest && plan.Shape == RecordShape.Properties && count is > 0 and <= MaxParameters && declaration?.ConstructorLengths.Contains(length) is not true
            ? plan with { EmitRequiredConstructor = true, EmitDefaultConstructor = declaration?.ConstructorLengths.Contains(0) is not true }
            : plan;
    }
}
