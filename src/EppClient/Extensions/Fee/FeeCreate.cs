using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>The price at which a domain name may be registered (RFC 8748, section 5.2.1).</summary>
[EppElement(EppNamespaces.Fee, "create")]
public sealed partial record FeeCreate;
