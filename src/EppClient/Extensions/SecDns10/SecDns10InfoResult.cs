using EppClient.Xml;

namespace EppClient.Extensions.SecDns10;

/// <summary>The DS records of a domain name (RFC 4310, section 3.1.2).</summary>
[EppElement(EppNamespaces.SecDns10, "infData")]
public sealed partial record SecDns10InfoResult;
