using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>Asks whether domain names can be registered (RFC 5731, section 3.1.1).</summary>
[EppElement(EppNamespaces.Domain, "check")]
public sealed partial record DomainCheck;
