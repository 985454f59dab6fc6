using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>The price at which a domain name may be transferred (RFC 8748, section 5.2.4).</summary>
[EppElement(EppNamespaces.Fee, "transfer")]
public sealed partial record FeeTransfer;
