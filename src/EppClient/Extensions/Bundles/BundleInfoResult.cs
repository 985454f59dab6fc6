using EppClient.Xml;

namespace EppClient.Extensions.Bundles;

/// <summary>The bundle of a domain name (RFC 9095, section 7.1.2).</summary>
[EppElement(EppNamespaces.Bundle, "infData")]
public sealed partial record BundleInfoResult;
