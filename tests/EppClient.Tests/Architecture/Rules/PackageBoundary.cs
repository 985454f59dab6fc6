using Mono.Cecil;

namespace EppClient.Tests.Architecture.Rules;

/// <summary>The references of an assembly in src, and the assemblies that can access its internals.</summary>
internal static class PackageBoundary
{
    private const string FriendAttribute = "System.Runtime.CompilerServices.InternalsVisibleToAttribute";
    private const string AccessAttribute = "System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute";

    public static IReadOnlyList<string> References(ModuleDefinition module) => [.. module.AssemblyReferences.Select(reference => reference.Name).Order(StringComparer.Ordinal)];

    /// <summary>The references outside of the platform's class library.</summary>
    public static IReadOnlyList<string> Dependencies(ModuleDefinition module) =>
        [.. References(module).Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"))];

    public static IReadOnlyList<string> Friends(ModuleDefinition module) =>
    [
        .. module.Assembly.CustomAttributes
            .Where(attribute => attribute.AttributeType.FullName is FriendAttribute)
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value)
            .Order(StringComparer.Ordinal),
    ];

    public static bool LooksInsideOthers(ModuleDefinition module) =>
        module.Assembly.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == AccessAttribute);
}
