using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans the class of a registry's overlay.</summary>
internal static class OverlayPlanner
{
    public static OverlayPlan Plan(OverlayModel overlay, string fallbackNamespace)
    {
        var type = new ClrType(overlay.Options.ClrNamespace ?? fallbackNamespace, Names.Expand(overlay.Profile) + "Overlay", null, IsProvided: false);
        var header = new TypeHeader(
            type.Namespace, type.Name, $"The changes of the registry profile <c>{overlay.Profile}</c> to schemas of others.", null, null, "public");
        return new OverlayPlan(type.HintName, overlay) { Header = header };
    }
}
