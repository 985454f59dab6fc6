using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The DS records of a domain name that is being registered (RFC 4310, section 3.2.1).</summary>
[EppElement(IanaNamespaces.SecDns10, "create")]
public sealed partial record SecDns10Create;

/// <summary>The DS records of a domain name (RFC 4310, section 3.1.2).</summary>
[EppElement(IanaNamespaces.SecDns10, "infData")]
public sealed partial record SecDns10InfoResult;

/// <summary>Adds, replaces or removes DS records (RFC 4310, section 3.2.5).</summary>
[EppElement(IanaNamespaces.SecDns10, "update")]
public sealed partial record SecDns10Update;
