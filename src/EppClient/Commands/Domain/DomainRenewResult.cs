using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>The answer to <see cref="DomainRenew"/>: the name with its new expiry date.</summary>
[EppElement(EppNamespaces.Domain, "renData")]
public sealed partial record DomainRenewResult;
