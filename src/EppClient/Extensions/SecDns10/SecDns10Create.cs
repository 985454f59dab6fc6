using EppClient.Xml;

namespace EppClient.Extensions.SecDns10;

/// <summary>The DS records of a domain name that is being registered (RFC 4310, section 3.2.1).</summary>
[EppElement(EppNamespaces.SecDns10, "create")]
public sealed partial record SecDns10Create;
