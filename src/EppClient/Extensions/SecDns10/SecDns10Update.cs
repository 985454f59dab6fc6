using EppClient.Xml;

namespace EppClient.Extensions.SecDns10;

/// <summary>Adds, replaces or removes DS records (RFC 4310, section 3.2.5).</summary>
[EppElement(EppNamespaces.SecDns10, "update")]
public sealed partial record SecDns10Update;
