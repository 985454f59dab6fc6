namespace EppClient.Dk;

/// <summary>The XML namespaces of the .dk registry's own schemas.</summary>
public static class DkNamespaces
{
    /// <summary>The extension elements of the .dk registry, in the newest version.</summary>
    public const string Dkhm = "urn:dkhm:params:xml:ns:dkhm-4.5";

    /// <summary>The common prefix of the namespaces of all versions of <see cref="Dkhm"/>.</summary>
    public const string DkhmFamily = "urn:dkhm:params:xml:ns:dkhm-";
}
