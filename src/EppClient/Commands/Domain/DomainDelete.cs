using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>Deletes a domain name (RFC 5731, section 3.2.2).</summary>
[EppElement(EppNamespaces.Domain, "delete")]
public sealed partial record DomainDelete;
