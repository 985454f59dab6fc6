using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>Moves a domain name to another registrar, or manages such a move (RFC 5731, sections 3.1.3 and 3.2.4).</summary>
[EppElement(EppNamespaces.Domain, "transfer")]
public sealed partial record DomainTransfer;
