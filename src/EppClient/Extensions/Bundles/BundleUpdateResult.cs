using EppClient.Xml;

namespace EppClient.Extensions.Bundles;

/// <summary>The bundle that was changed (RFC 9095, section 7.2.5).</summary>
[EppElement(EppNamespaces.Bundle, "upData")]
public sealed partial record BundleUpdateResult;
