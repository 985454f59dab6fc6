using EppClient.Testing.Validation;

namespace EppClient.Dk.Testing;

/// <summary>The schemas of the .dk registry.</summary>
public static class DkSchemaProfile
{
    /// <summary>The standard schemas as the .dk registry changes them, together with the registry's own extensions in versions 4.4 and 4.5.</summary>
    public static EppSchemaProfile Current { get; } = EppSchemaProfile.Standard.With(
        "dk", [() => Open("dkhm-4.5.xsd"), () => Open("dkhm-4.4.xsd"), () => Open("dkhm-domain-4.4.xsd")], () => Open("overlay.xml"));

    private static Stream Open(string resource) => typeof(DkSchemaProfile).Assembly.GetManifestResourceStream(resource)
        ?? throw new InvalidOperationException($"The assembly lacks its resource '{resource}'.");
}
