using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Decides the role of a global element: a command, the data of a response, or an extension of commands or responses.</summary>
internal sealed class RolePlanner(SchemaIndex index, TypeCatalog catalog)
{
    public RecordPlan Plan(RecordPlan plan, ElementModel element, NamespaceModel schema, ClrType type)
    {
        var interfaces = new List<string> { $"{Library.Xml}IEppElement" };
        var command = RoleFinder.HasCommands(schema) ? RoleFinder.CommandOf(element, schema) : null;
        if (command is { } found)
        {
            interfaces.AddRange(CommandInterfaces(found.Verb, found.Response));
            plan = plan with { Command = new CommandPlan(found.Verb, found.Verb == "Transfer") };
        }

        if (RoleFinder.HasExtensions(schema, index))
        {
            var targets = TargetsOf(element, schema);
            if (type.Declaration is not { DeclaresExtension: true })
            {
                interfaces.AddRange(targets.Select(t => $"{Library.Root}IEppExtension<{t}>"));
            }

            if (ExtendsResponses(element, schema, isCommand: command is not null))
            {
                interfaces.Add($"{Library.Root}IEppResponseExtension<{type.Reference}>");
                plan = plan with { IsResponseExtension = true };
            }
        }

        return plan with { Interfaces = interfaces.Concat(plan.Interfaces).ToEquatableArray() };
    }

    /// <summary>The C# type of the command in a placement; null if it is unknown.</summary>
    public string? TargetOf(Placement placement) => TypeOf(placement.Target);

    private IEnumerable<string> CommandInterfaces(string verb, XmlName? response)
    {
        if (response is { } name)
        {
            yield return $"{Library.Root}IEppCommand<{catalog.Element(index.Element(name)!).Reference}>";
        }

        yield return VerbInterface(verb);
    }

    private static string VerbInterface(string verb) => $"{Library.Root}IEpp{verb}Command";

    /// <summary>The commands that an element extends: according to the schema, or else the item's metadata, or else its name.</summary>
    private List<string> TargetsOf(ElementModel element, NamespaceModel schema)
    {
        var placed = element.Notes.Placements;
        var name = element.Name.LocalName;
        if (placed.Count > 0)
        {
            return [.. placed.Where(p => !p.IsResponse).Select(TargetOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        if (RoleFinder.IsResponse(name) && !RoleFinder.HasPlacements(schema))
        {
            return [];
        }

        var stated = schema.Options.Extends.SelectMany(e => Stated(e, name)).ToList();
        if (stated.Count > 0 || RoleFinder.HasPlacements(schema))
        {
            // If a schema declares placements, an element without one is part of another element.
            return stated;
        }

        return [RoleFinder.VerbOf(name) is { } verb ? VerbInterface(verb) : Library.Root + "IEppCommand"];
    }

    // "domain" is the command with the name of the element; "domain:create" is that command.
    private IEnumerable<string> Stated(string extends, string name)
    {
        var colon = extends.IndexOf(':');
        var (prefix, verb) = colon < 0 ? (extends, name) : (extends.Substring(0, colon), extends.Substring(colon + 1));
        var isMeant = colon < 0 || RoleFinder.VerbOf(name) is null || verb == name;
        return isMeant && index.SchemaWithPrefix(prefix) is { } schema && TypeOf(new XmlName(schema.Uri, verb)) is { } type ? [type] : [];
    }

    private string? TypeOf(XmlName name) =>
        index.Element(name) is { } target && (catalog.IsKnown(DeclarationKind.Element, target.Name) || catalog.Schema(target.Name.Namespace).EmitsAll)
            ? catalog.Element(target).Reference
            : null;

    private static bool ExtendsResponses(ElementModel element, NamespaceModel schema, bool isCommand) => RoleFinder.HasPlacements(schema)
        ? element.Notes.Placements.Any(p => p.IsResponse)
        : !isCommand && (RoleFinder.IsResponse(element.Name.LocalName) || RoleFinder.VerbOf(element.Name.LocalName) is null);
}
