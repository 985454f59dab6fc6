using EppClient.SchemaGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.SchemaGenerator.Diagnostics;

/// <summary>Reports the issues of schemas at their lines.</summary>
internal static class IssueReporter
{
    public static void Report(SourceProductionContext output, IEnumerable<SchemaIssue> issues)
    {
        foreach (var issue in issues)
        {
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.Find(issue.Id), LocationOf(issue.Line), [.. issue.Arguments]));
        }
    }

    private static Location LocationOf(SourceLine line)
    {
        if (line.Path.Length == 0)
        {
            return Location.None;
        }

        var position = new LinePosition(Math.Max(line.Line - 1, 0), Math.Max(line.Column - 1, 0));
        return Location.Create(line.Path, default, new LinePositionSpan(position, position));
    }
}
