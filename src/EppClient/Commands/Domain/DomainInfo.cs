using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>Reads a domain name (RFC 5731, section 3.1.2).</summary>
[EppElement(EppNamespaces.Domain, "info")]
public sealed partial record DomainInfo;
