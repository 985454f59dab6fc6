using EppClient.SchemaGenerator.Schema;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Diagnostics;

/// <summary>The generator's diagnostics. Each is a field, because release tracking (RS2002) reads fields.</summary>
internal static class Descriptors
{
    private const string Category = "EppSchema";

    public static readonly DiagnosticDescriptor SchemaDoesNotCompile = Error(
        IssueIds.SchemaDoesNotCompile, "The schema does not compile", "The schema does not compile: {0}");

    public static readonly DiagnosticDescriptor UnsupportedConstruct = Warning(
        IssueIds.UnsupportedConstruct, "A part of the content has no types", "A part of {0} is a list of elements, in their order: it has {1}, so its occurrences cannot be separated");

    public static readonly DiagnosticDescriptor UnknownPlacement = Error(
        IssueIds.UnknownPlacement, "The element is placed on an unknown command", "{0} is placed on '{1}', which no schema of the project has{2}");

    public static readonly DiagnosticDescriptor OverlayDoesNotFit = Error(
        IssueIds.OverlayDoesNotFit, "The overlay does not fit the schema", "The overlay changes '{0}', which the schema does not have");

    public static readonly DiagnosticDescriptor OlderVersionWithoutNewest = Error(
        IssueIds.OlderVersionWithoutNewest, "The newest version of the schema is missing", "This is an older version of {0}, but no schema of the project has that namespace");

    public static readonly DiagnosticDescriptor ComponentLeftOut = Warning(
        IssueIds.ComponentLeftOut, "A part of the schema is left out", "The {0} is left out: {1}{2}");

    public static readonly DiagnosticDescriptor ComponentDiffers = Warning(
        IssueIds.ComponentDiffers, "Two files declare a component differently", "The {0} of {1} is declared differently in '{2}', which is used; this one is left out{3}. If both are needed, give the items of each registry a separate Set");

    public static readonly DiagnosticDescriptor IncludedFileMissing = Warning(
        IssueIds.IncludedFileMissing, "The included file is missing", "The file of this {0}, '{1}', is not an EppSchema item, so its declarations are missing. Add it as an EppSchema item");

    public static readonly DiagnosticDescriptor RedefinitionDoesNotFit = Warning(
        IssueIds.RedefinitionDoesNotFit, "The redefinition does not fit", "The redefinition of the {0} is invalid: {1}");

    public static readonly DiagnosticDescriptor CopyDiffers = Warning(
        IssueIds.CopyDiffers,
        "The copy of the schema differs from the schema that already has types",
        "This copy of {0} differs from the schema of '{2}', first in {1}. The types of '{2}' are used, which do not have the difference. Set Emit=\"All\" on the item to emit types of the copy, or describe the difference in an overlay");

    public static readonly DiagnosticDescriptor SecondTypeOfName = Error(
        IssueIds.SecondTypeOfName, "Two types have one name", "Two schemas produce a type named '{0}'; only the first is emitted. Give one of the items another TypePrefix or ClrNamespace");

    public static readonly DiagnosticDescriptor UncheckedPattern = Warning(
        IssueIds.UncheckedPattern, "The pattern cannot be checked", "Values of {0} are sent without checking the pattern '{1}': it {2}");

    public static readonly DiagnosticDescriptor TextAfterRoot = Warning(
        IssueIds.TextAfterRoot, "Content follows the schema", "Content after the end of the schema is ignored");

    public static readonly DiagnosticDescriptor UnknownComponent = Error(
        IssueIds.UnknownComponent, "The schema has no such component", "'{0}' names {1}, which no schema of the project has");

    public static readonly DiagnosticDescriptor SecondDeclaration = Error(
        IssueIds.SecondDeclaration, "Two types stand for one component", "'{0}' and '{1}' both stand for {2}");

    public static readonly DiagnosticDescriptor WrongKindOfDeclaration = Error(
        IssueIds.WrongKindOfDeclaration, "The type has the wrong form", "'{0}' must be a partial {1} that is not nested to represent {2}");

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        SchemaDoesNotCompile, UnsupportedConstruct, UnknownPlacement, OverlayDoesNotFit, OlderVersionWithoutNewest,
        ComponentLeftOut, ComponentDiffers, IncludedFileMissing, RedefinitionDoesNotFit, CopyDiffers, SecondTypeOfName, UncheckedPattern, TextAfterRoot, UnknownComponent, SecondDeclaration, WrongKindOfDeclaration,
    }.ToDictionary(d => d.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
