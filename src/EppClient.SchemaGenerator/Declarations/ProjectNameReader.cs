using EppClient.SchemaGenerator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EppClient.SchemaGenerator.Declarations;

/// <summary>Finds the names in emitted files that have other meanings in the project too. This runs after every edit.</summary>
internal static class ProjectNameReader
{
    public static ProjectNames Read(Compilation compilation, NameLookup query, CancellationToken cancellationToken)
    {
        if (query.Names.Count == 0)
        {
            return new ProjectNames([], [], query.Emitted);
        }

        var imports = new HashSet<string>(StringComparer.Ordinal);
        var found = new HashSet<ProjectName>();
        ReadImports(compilation, query.Names, imports, found);
        foreach (var place in query.Places.Concat(imports).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(compilation, place) is { } symbol)
            {
                found.UnionWith(query.Names.Where(n => symbol.GetMembers(n).Any(m => IsVisible(m, compilation))).Select(n => new ProjectName(place, n)));
            }
        }

        return new ProjectNames(
            found.OrderBy(n => n.Namespace, StringComparer.Ordinal).ThenBy(n => n.Name, StringComparer.Ordinal).ToEquatableArray(),
            imports.OrderBy(i => i, StringComparer.Ordinal).ToEquatableArray(),
            query.Emitted);
    }

    private static bool IsVisible(ISymbol member, Compilation compilation) =>
        member is INamespaceSymbol || compilation.IsSymbolAccessibleWithin(member, compilation.Assembly);

    /// <summary>Reads the global imports. The scopes of any file contain them.</summary>
    private static void ReadImports(Compilation compilation, EquatableArray<string> names, HashSet<string> imports, HashSet<ProjectName> found)
    {
        if (compilation.SyntaxTrees.FirstOrDefault() is not { } tree)
        {
            return;
        }

        // The using directives of a file are at its start and do not affect each other.
        foreach (var scope in compilation.GetSemanticModel(tree).GetImportScopes(tree.Length))
        {
            // Aliases and members of static imports take precedence over imported types, like the content of the global namespace.
            found.UnionWith(scope.Aliases.Where(a => a.DeclaringSyntaxReferences.Any(IsGlobal)).Select(a => new ProjectName(string.Empty, a.Name)));
            foreach (var import in scope.Imports.Where(i => i.DeclaringSyntaxReference is { } syntax && IsGlobal(syntax)))
            {
                if (import.NamespaceOrType is INamespaceSymbol place)
                {
                    imports.Add(place.ToDisplayString());
                }
                else
                {
                    found.UnionWith(names.Where(n => import.NamespaceOrType.GetMembers(n).Length > 0).Select(n => new ProjectName(string.Empty, n)));
                }
            }
        }
    }

    private static bool IsGlobal(SyntaxReference syntax) => syntax.GetSyntax() is UsingDirectiveSyntax directive && !directive.GlobalKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None);

    private static INamespaceSymbol? Find(Compilation compilation, string place)
    {
        INamespaceSymbol? found = compilation.GlobalNamespace;
        foreach (var segment in place.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            found = found?.GetMembers(segment.TrimStart('@')).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return found;
    }
}
