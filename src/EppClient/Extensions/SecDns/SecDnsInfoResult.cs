using EppClient.Xml;

namespace EppClient.Extensions.SecDns;

/// <summary>The DS records or public keys of a domain name, in the answer to an info command (RFC 5910, section 5.1.2).</summary>
[EppElement(EppNamespaces.SecDns, "infData")]
public sealed partial record SecDnsInfoResult;
