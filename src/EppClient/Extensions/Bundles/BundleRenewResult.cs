using EppClient.Xml;

namespace EppClient.Extensions.Bundles;

/// <summary>The bundle that was renewed (RFC 9095, section 7.2.3).</summary>
[EppElement(EppNamespaces.Bundle, "renData")]
public sealed partial record BundleRenewResult;
