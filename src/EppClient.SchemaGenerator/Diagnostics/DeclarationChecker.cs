using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Planning;
using EppClient.SchemaGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.SchemaGenerator.Diagnostics;

/// <summary>Checks partial declarations against the schemas. Separate from planning, because locations change when nothing else does.</summary>
internal static class DeclarationChecker
{
    public static void Report(
        SourceProductionContext output,
        EquatableArray<LocatedDeclaration> declarations,
        EquatableArray<SchemaModel> models,
        EquatableArray<ProvidedSchema> provided,
        string fallbackNamespace)
    {
        var bySet = declarations.ToLookup(a => ProjectPlanner.SetOf(a.Declaration, models, Names.Namespace(fallbackNamespace)));
        foreach (var model in models.DefaultIfEmpty(SchemaModel.Empty))
        {
            Report(output, bySet[model.Set], model, provided);
        }
    }

    private static void Report(
        SourceProductionContext output, IEnumerable<LocatedDeclaration> declarations, SchemaModel model, IEnumerable<ProvidedSchema> provided)
    {
        var index = new SchemaIndex(model.Namespaces);
        var seen = provided
            .Where(p => index.Schema(p.XmlNamespace)?.Options.Emit != EmitMode.All)
            .SelectMany(p => p.Types)
            .ToDictionary(KeyOf);
        foreach (var located in declarations)
        {
            var declaration = located.Declaration;
            var component = Describe(declaration, index);
            if (!Exists(declaration, index))
            {
                Report(Descriptors.UnknownComponent, declaration.ClrName, component);
            }
            else if (!declaration.IsRecord || declaration.IsStruct != IsEnumeration(declaration, index))
            {
                Report(Descriptors.WrongKindOfDeclaration, declaration.ClrName, IsEnumeration(declaration, index) ? "readonly record struct" : "sealed record", component);
            }

            if (seen.TryGetValue(KeyOf(declaration), out var first) && first.FullName != declaration.FullName)
            {
                Report(Descriptors.SecondDeclaration, first.FullName, declaration.FullName, component);
            }

            seen[KeyOf(declaration)] = declaration;

            void Report(DiagnosticDescriptor descriptor, params object[] arguments) =>
                output.ReportDiagnostic(Diagnostic.Create(descriptor, LocationOf(located), arguments));
        }
    }

    private static (DeclarationKind Kind, string XmlNamespace, string XmlName, bool IsResponse) KeyOf(DeclarationModel declaration) =>
        (declaration.Kind, declaration.XmlNamespace, declaration.XmlName, declaration.IsResponse);

    private static bool Exists(DeclarationModel declaration, SchemaIndex index)
    {
        var name = new XmlName(declaration.XmlNamespace, declaration.XmlName);
        return declaration.Kind switch
        {
            DeclarationKind.Element => index.Element(name) is not null,
            DeclarationKind.Type => index.ComplexType(name) is not null || index.SimpleType(name) is { IsEnumeration: true },
            _ => index.Schema(declaration.XmlNamespace) is { } schema
                && schema.Elements.Any(e => e.Notes.Placements.Any(p => p.TargetText == declaration.XmlName && p.IsResponse == declaration.IsResponse)),
        };
    }

    private static bool IsEnumeration(DeclarationModel declaration, SchemaIndex index) =>
        declaration.Kind == DeclarationKind.Type && index.SimpleType(new XmlName(declaration.XmlNamespace, declaration.XmlName)) is not null;

    private static string Describe(DeclarationModel declaration, SchemaIndex index) => declaration.Kind switch
    {
        DeclarationKind.Element => $"the element {index.Display(new XmlName(declaration.XmlNamespace, declaration.XmlName))}",
        DeclarationKind.Type => $"the type {index.Display(new XmlName(declaration.XmlNamespace, declaration.XmlName))}",
        _ => $"the elements of {declaration.XmlNamespace} for {(declaration.IsResponse ? "the response to " : string.Empty)}{declaration.XmlName}",
    };

    private static Location LocationOf(LocatedDeclaration declaration) => Location.Create(
        declaration.Path,
        new TextSpan(declaration.Start, declaration.Length),
        new LinePositionSpan(new LinePosition(declaration.Line, declaration.Column), new LinePosition(declaration.EndLine, declaration.EndColumn)));
}
