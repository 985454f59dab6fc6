using EppClient.SchemaGenerator.Schema;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Diagnostics;

/// <summary>The generator's diagnostics; one field each, because release tracking (RS2002) reads fields.</summary>
internal static class Descriptors
{
    private const string Category = "EppSchema";

    public static readonly DiagnosticDescriptor SchemaDoesNotCompile = Error(
        IssueIds.SchemaDoesNotCompile, "The schema does not compile", "The schema does not compile: {0}");

    public static readonly DiagnosticDescriptor UnsupportedConstruct = Warning(
        IssueIds.UnsupportedConstruct, "The schema uses a construct that is not supported", "No C# is emitted for {0}: it has {1}, which is not supported");

    public static readonly DiagnosticDescriptor DroppedWithUnsupported = Warning(
        IssueIds.DroppedWithUnsupported, "The type needs another one that is not supported", "No C# is emitted for {0}, because its element '{1}' needs a type that is not supported");

    public static readonly DiagnosticDescriptor UnknownPlacement = Error(
        IssueIds.UnknownPlacement, "The element is placed on an unknown command", "{0} is placed on '{1}', but that schema has no such element");

    public static readonly DiagnosticDescriptor OverlayDoesNotFit = Error(
        IssueIds.OverlayDoesNotFit, "The overlay does not fit the schema", "The overlay changes '{0}', which the schema does not have");

    public static readonly DiagnosticDescriptor OlderVersionWithoutNewest = Error(
        IssueIds.OlderVersionWithoutNewest, "The newest version of the schema is missing", "This is an older version of {0}, but no schema of the project has that namespace");

    public static readonly DiagnosticDescriptor UncheckedPattern = Warning(
        IssueIds.UncheckedPattern, "The pattern cannot be checked", "Values of {0} are sent without a check of the pattern '{1}': it {2}");

    public static readonly DiagnosticDescriptor UnknownComponent = Error(
        IssueIds.UnknownComponent, "The schema has no such component", "'{0}' names {1}, which no schema of the project has");

    public static readonly DiagnosticDescriptor SecondAnchor = Error(
        IssueIds.SecondAnchor, "Two types stand for one component", "'{0}' and '{1}' both stand for {2}");

    public static readonly DiagnosticDescriptor WrongKindOfAnchor = Error(
        IssueIds.WrongKindOfAnchor, "The type has the wrong form", "'{0}' must be a partial {1} that is not nested to stand for {2}");

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        SchemaDoesNotCompile, UnsupportedConstruct, DroppedWithUnsupported, UnknownPlacement, OverlayDoesNotFit, OlderVersionWithoutNewest,
        UncheckedPattern, UnknownComponent, SecondAnchor, WrongKindOfAnchor,
    }.ToDictionary(d => d.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
