using EppClient.Xml;

namespace EppClient.Iana.Variant;

/// <summary>Activates and deactivates variants of an internationalized domain name.</summary>
[EppElement(IanaNamespaces.Variant, "update")]
public sealed partial record VariantUpdate
{
    /// <summary>Activates variants.</summary>
    /// <param name="names">The variants, in ASCII (Punycode).</param>
    public static VariantUpdate Activate(params IReadOnlyList<string> names) => new() { Add = new VariantAddRemove { Variants = names } };

    /// <summary>Deactivates variants.</summary>
    /// <param name="names">The variants, in ASCII (Punycode).</param>
    public static VariantUpdate Deactivate(params IReadOnlyList<string> names) => new() { Remove = new VariantAddRemove { Variants = names } };
}
