using EppClient.SchemaGenerator.Anchors;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Planning;
using EppClient.SchemaGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.SchemaGenerator.Diagnostics;

/// <summary>Checks anchors against the schemas. Apart from planning, because places change when nothing else does.</summary>
internal static class AnchorChecker
{
    public static void Report(
        SourceProductionContext output,
        EquatableArray<LocatedAnchor> anchors,
        EquatableArray<SchemaModel> models,
        EquatableArray<ProvidedSchema> provided,
        string fallbackNamespace)
    {
        var bySet = anchors.ToLookup(a => ProjectPlanner.SetOf(a.Anchor, models, Names.Namespace(fallbackNamespace)));
        foreach (var model in models.DefaultIfEmpty(SchemaModel.Empty))
        {
            Report(output, bySet[model.Set], model, provided);
        }
    }

    private static void Report(
        SourceProductionContext output, IEnumerable<LocatedAnchor> anchors, SchemaModel model, IEnumerable<ProvidedSchema> provided)
    {
        var index = new SchemaIndex(model.Namespaces);
        var seen = provided
            .Where(p => index.Schema(p.XmlNamespace)?.Options.Emit != EmitMode.All)
            .SelectMany(p => p.Types)
            .ToDictionary(KeyOf);
        foreach (var located in anchors)
        {
            var anchor = located.Anchor;
            var component = Describe(anchor, index);
            if (!Exists(anchor, index))
            {
                Report(Descriptors.UnknownComponent, anchor.ClrName, component);
            }
            else if (!anchor.IsRecord || anchor.IsStruct != IsEnumeration(anchor, index))
            {
                Report(Descriptors.WrongKindOfAnchor, anchor.ClrName, IsEnumeration(anchor, index) ? "readonly record struct" : "sealed record", component);
            }

            if (seen.TryGetValue(KeyOf(anchor), out var first) && first.FullName != anchor.FullName)
            {
                Report(Descriptors.SecondAnchor, first.FullName, anchor.FullName, component);
            }

            seen[KeyOf(anchor)] = anchor;

            void Report(DiagnosticDescriptor descriptor, params object[] arguments) =>
                output.ReportDiagnostic(Diagnostic.Create(descriptor, LocationOf(located), arguments));
        }
    }

    private static (AnchorKind Kind, string XmlNamespace, string XmlName, bool IsResponse) KeyOf(AnchorModel anchor) =>
        (anchor.Kind, anchor.XmlNamespace, anchor.XmlName, anchor.IsResponse);

    private static bool Exists(AnchorModel anchor, SchemaIndex index)
    {
        var name = new XmlName(anchor.XmlNamespace, anchor.XmlName);
        return anchor.Kind switch
        {
            AnchorKind.Element => index.Element(name) is not null,
            AnchorKind.Type => index.ComplexType(name) is not null || index.SimpleType(name) is { IsEnumeration: true },
            _ => index.Schema(anchor.XmlNamespace) is { } schema
                && schema.Elements.Any(e => e.Notes.Placements.Any(p => p.TargetText == anchor.XmlName && p.IsResponse == anchor.IsResponse)),
        };
    }

    private static bool IsEnumeration(AnchorModel anchor, SchemaIndex index) =>
        anchor.Kind == AnchorKind.Type && index.SimpleType(new XmlName(anchor.XmlNamespace, anchor.XmlName)) is not null;

    private static string Describe(AnchorModel anchor, SchemaIndex index) => anchor.Kind switch
    {
        AnchorKind.Element => $"the element {index.Display(new XmlName(anchor.XmlNamespace, anchor.XmlName))}",
        AnchorKind.Type => $"the type {index.Display(new XmlName(anchor.XmlNamespace, anchor.XmlName))}",
        _ => $"the elements of {anchor.XmlNamespace} on {(anchor.IsResponse ? "the response to " : string.Empty)}{anchor.XmlName}",
    };

    private static Location LocationOf(LocatedAnchor anchor) => Location.Create(
        anchor.Path,
        new TextSpan(anchor.Start, anchor.Length),
        new LinePositionSpan(new LinePosition(anchor.Line, anchor.Column), new LinePosition(anchor.EndLine, anchor.EndColumn)));
}
