using EppClient.Xml;

namespace EppClient.Extensions.Bundles;

/// <summary>The bundle that was deleted (RFC 9095, section 7.2.2).</summary>
[EppElement(EppNamespaces.Bundle, "delData")]
public sealed partial record BundleDeleteResult;
