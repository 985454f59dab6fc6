using EppClient.Xml;

namespace EppClient.Extensions.Bundles;

/// <summary>The domain name whose bundle is to be registered (RFC 9095, section 7.2.1).</summary>
[EppElement(EppNamespaces.Bundle, "create")]
public sealed partial record BundleCreate;
