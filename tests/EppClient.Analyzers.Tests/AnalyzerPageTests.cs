using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EppClient.Analyzers.Tests;

public sealed class AnalyzerPageTests
{
    private static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(PoolLifetimeAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static TheoryData<string> Ids => [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_section_with_its_title_and_severity(string id)
    {
        var rule = Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Single(rule => rule.Id == id);
        var page = File.ReadAllText(RepositoryFolder.Combine("docs", "reference", "analyzers.md"));

        page.Should().Contain($"## {id}: {rule.Title}\n").And.Contain($"| {id} | {(rule.DefaultSeverity == DiagnosticSeverity.Warning ? "warning" : "suggestion")} |");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_fix(string id)
    {
        var fixes = typeof(CodeFixes.UsageFix).Assembly.GetTypes().Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);

        fixes.Should().ContainSingle(fix => fix.FixableDiagnosticIds.Contains(id));
    }
}
