using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>The price at which a domain name may be renewed (RFC 8748, section 5.2.3).</summary>
[EppElement(EppNamespaces.Fee, "renew")]
public sealed partial record FeeRenew;
