using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>The answer to <see cref="DomainInfo"/>: what the registry knows about a domain name, as far as it shows it to this client.</summary>
[EppElement(EppNamespaces.Domain, "infData")]
public sealed partial record DomainInfoResult;
