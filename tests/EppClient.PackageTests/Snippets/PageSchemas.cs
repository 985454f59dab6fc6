using EppClient.SchemaGenerator;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EppClient.PackageTests.Snippets;

/// <summary>The schemas on a page: the code of the page can use the types generated from them, as in the project that the page describes.</summary>
internal static class PageSchemas
{
    /// <summary>Returns the compilation with the types generated from the page's schemas.</summary>
    public static Compilation AddTo(CSharpCompilation compilation, string page)
    {
        SchemaItem[] schemas =
        [
            .. Texts.Snippets
                .Where(s => s.Path == page && s.Language == "xml" && s.Code.StartsWith("<schema ", StringComparison.Ordinal))
                .Select(s => new SchemaItem($"page-{s.Line}.xsd", s.Code, ("Extends", "domain"))),
        ];
        if (schemas.Length == 0)
        {
            return compilation;
        }

        var options = new ItemOptions(new Dictionary<string, string> { ["RootNamespace"] = "MyApp" });
        CSharpGeneratorDriver.Create([new EppSchemaGenerator().AsSourceGenerator()], schemas, new CSharpParseOptions(LanguageVersion.Preview), options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        return diagnostics.Length == 0 ? output : throw new InvalidOperationException(string.Join("\n", diagnostics));
    }
}
