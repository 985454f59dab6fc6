using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>The price at which a domain name may be changed or restored (RFC 8748, section 5.2.5).</summary>
[EppElement(EppNamespaces.Fee, "update")]
public sealed partial record FeeUpdate;
