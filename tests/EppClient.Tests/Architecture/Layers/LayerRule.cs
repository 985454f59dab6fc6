using EppClient.Tests.Architecture.Code;
using Mono.Cecil;

namespace EppClient.Tests.Architecture.Layers;

/// <summary>A layer depends only on lower layers.</summary>
internal static class LayerRule
{
    public static IReadOnlyList<string> Violations(ModuleDefinition module)
    {
        var own = module.Types.Select(TypeName.Of).ToHashSet();
        return
        [
            .. CodeReader.Uses(module)
                .Where(use => own.Contains(use.Used.Outermost))
                .Select(Violation)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string? Violation(CodeUse use) =>
        LayerMap.Of(use.User) is { } user && LayerMap.Of(use.Used) is { } used && !LayerMap.MayUse(user, used)
            ? $"{use}: {user} may not use {used}"
            : null;
}
