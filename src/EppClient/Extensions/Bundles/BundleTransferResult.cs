using EppClient.Xml;

namespace EppClient.Extensions.Bundles;

/// <summary>The bundle that is transferred (RFC 9095, section 7.2.4).</summary>
[EppElement(EppNamespaces.Bundle, "trnData")]
public sealed partial record BundleTransferResult;
