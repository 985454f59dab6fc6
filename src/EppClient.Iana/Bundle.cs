using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The domain name whose bundle is to be registered (RFC 9095, section 7.2.1).</summary>
[EppElement(IanaNamespaces.Bundle, "create")]
public sealed partial record BundleCreate;

/// <summary>The bundle that was registered (RFC 9095, section 7.2.1).</summary>
[EppElement(IanaNamespaces.Bundle, "creData")]
public sealed partial record BundleCreateResult;

/// <summary>The bundle of a domain name (RFC 9095, section 7.1.2).</summary>
[EppElement(IanaNamespaces.Bundle, "infData")]
public sealed partial record BundleInfoResult;

/// <summary>The bundle that was changed (RFC 9095, section 7.2.5).</summary>
[EppElement(IanaNamespaces.Bundle, "upData")]
public sealed partial record BundleUpdateResult;

/// <summary>The bundle that was renewed (RFC 9095, section 7.2.3).</summary>
[EppElement(IanaNamespaces.Bundle, "renData")]
public sealed partial record BundleRenewResult;

/// <summary>The bundle that was deleted (RFC 9095, section 7.2.2).</summary>
[EppElement(IanaNamespaces.Bundle, "delData")]
public sealed partial record BundleDeleteResult;

/// <summary>The bundle that is transferred (RFC 9095, section 7.2.4).</summary>
[EppElement(IanaNamespaces.Bundle, "trnData")]
public sealed partial record BundleTransferResult;
