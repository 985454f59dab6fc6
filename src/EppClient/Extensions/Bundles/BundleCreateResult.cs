using EppClient.Xml;

namespace EppClient.Extensions.Bundles;

/// <summary>The bundle that was registered (RFC 9095, section 7.2.1).</summary>
[EppElement(EppNamespaces.Bundle, "creData")]
public sealed partial record BundleCreateResult;
