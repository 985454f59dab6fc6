using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>Registers a domain name (RFC 5731, section 3.2.1).</summary>
[EppElement(EppNamespaces.Domain, "create")]
public sealed partial record DomainCreate;
