using EppClient.SchemaGenerator.Anchors;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans the records for global elements and for complex types.</summary>
internal sealed class RecordPlanner(SchemaIndex index, TypeCatalog catalog, MemberPlanner members, WorkList work)
{
    // More than that reads better with the names of an object initializer.
    private const int MostParameters = 3;

    public RecordPlan Element(ElementModel element)
    {
        var type = catalog.Element(element);
        var content = index.Complex(element.Type)
            ?? new ComplexTypeModel(null, ContentKind.Empty, null, Notes.None, null, [], Notes.None, element.Line);
        var schema = catalog.Schema(element.Name.Namespace).Model;
        var summary = element.Notes.Documentation ?? content.Notes.Documentation ?? $"The element <c>{index.Display(element.Name)}</c>.";
        var plan = Content(type, content, Header(type, summary, element.Notes, "Element", element.Name)) with
        {
            XmlNamespace = element.Name.Namespace,
            ElementName = element.Name.LocalName,
        };
        return WithRoles(plan, element, schema, type);
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
        type.Anchor is { IsDocumented: true } ? null : summary,
        notes.Retired,
        type.Anchor is null && component is { } name ? $"global::EppClient.Xml.Epp{kind}(\"{name.Namespace}\", \"{name.LocalName}\")" : null,
        type.Anchor is { IsPublic: false } ? "internal" : "public");

    private RecordPlan Content(ClrType type, ComplexTypeModel model, TypeHeader header)
    {
        var content = FlatContent.Of(model.Particle);
        var planned = members.Plan(model, content, type);
        var isUnion = content.IsUnion && model.Attributes.Count == 0;
        var shift = planned.Count - content.Items.Count;
        return new RecordPlan(type.HintName)
        {
            Header = header,
            XmlNamespace = model.Name?.Namespace ?? content.Items.FirstOrDefault(i => i.Element is not null)?.Element?.Name.Namespace ?? string.Empty,
            SchemaType = model.Name is { } name ? index.Display(name) : type.Name,
            SchemaTypeName = model.Name?.LocalName ?? string.Empty,
            Shape = isUnion ? RecordShape.Union : RecordShape.Properties,
            Members = planned
                .Select(m => isUnion ? Branch(m) : m)
                .Select(m => m with { IsDeclared = type.Anchor?.DeclaredMembers.Contains(m.Name) is true })
                .ToEquatableArray(),
            Choices = content.Choices.Select(c => Choice(c, shift)).ToEquatableArray(),
            KeepsUnknown = model.Content is ContentKind.Elements or ContentKind.Empty && planned.TrueForAll(m => m.Place != MemberPlace.Wildcard),
            EmitDefaultConstructor = type.Anchor is { NeedsDefaultConstructor: true },
            Descriptors = work.TakeDescriptors(),
        };
    }

    /// <summary>A flag leaves its name to the factory: <c>Remove</c> makes the union, <c>IsRemove</c> asks it.</summary>
    private static MemberPlan Branch(MemberPlan member) => member.IsFlag
        ? member with { Name = "Is" + member.Name, FactoryName = member.Name }
        : member with { FactoryName = "From" + member.Name };

    private static ChoicePlan Choice(FlatChoice choice, int shift) => new(
        choice.Required,
        choice.Branches.Select(b => new ChoiceBranch(b.Select(i => i + shift).ToEquatableArray())).ToEquatableArray());

    private RecordPlan WithRoles(RecordPlan plan, ElementModel element, NamespaceModel schema, ClrType type)
    {
        var interfaces = new List<string> { "global::EppClient.Xml.IEppElement" };
        var command = RoleFinder.HasCommands(schema) ? RoleFinder.CommandOf(element, schema) : null;
        if (command is { } found)
        {
            var result = found.Answer is { } answer ? $"<{catalog.Element(index.Element(answer)!).Global}>" : string.Empty;
            interfaces.Add($"{Library.Protocol}IEppCommand{result}");
            plan = plan with { Command = new CommandPlan(found.Verb, found.Verb == "Transfer") };
            if (found.Verb == "Transfer")
            {
                interfaces.Add(Library.Protocol + "IEppTransferCommand");
            }
        }

        if (RoleFinder.HasExtensions(schema, index))
        {
            var targets = element.Notes.Placements.Where(p => !p.IsResponse).Select(p => TargetOf(p)).OfType<string>().ToList();
            var isResponse = element.Notes.Placements.Any(p => p.IsResponse);
            if (targets.Count == 0 && !isResponse)
            {
                targets.Add(Library.Protocol + "IEppCommand");
            }

            interfaces.AddRange(targets.Select(t => $"{Library.Protocol}IEppExtension<{t}>"));
            if (isResponse || (!RoleFinder.HasPlacements(schema) && command is null))
            {
                interfaces.Add($"{Library.Protocol}IEppResponseExtension<{type.Global}>");
                plan = plan with { IsResponseExtension = true };
            }
        }

        return WithConstructor(plan with { Interfaces = interfaces.ToEquatableArray() }, type.Anchor);
    }

    /// <summary>What is sent gets a constructor that takes what it must have, unless that is much.</summary>
    private static RecordPlan WithConstructor(RecordPlan plan, AnchorModel? anchor)
    {
        var isRequest = plan.Command is not null || plan.Interfaces.Any(i => i.StartsWith(Library.Protocol + "IEppExtension<", StringComparison.Ordinal));
        var count = plan.RequiredMembers.Count;
        var length = count + (plan.Command is { IsTransfer: true } ? 1 : 0);
        return isRequest && plan.Shape == RecordShape.Properties && count is > 0 and <= MostParameters && anchor?.ConstructorLengths.Contains(length) is not true
            ? plan with { EmitRequiredConstructor = true, EmitDefaultConstructor = anchor?.ConstructorLengths.Contains(0) is not true }
            : plan;
    }

    /// <summary>The C# type of the command that a placement names; null where it is unknown.</summary>
    public string? TargetOf(Placement placement) =>
        index.Element(placement.Target) is { } target && (catalog.IsKnown(AnchorKind.Element, target.Name) || catalog.Schema(target.Name.Namespace).EmitsAll)
            ? catalog.Element(target).Global
            : null;
}
