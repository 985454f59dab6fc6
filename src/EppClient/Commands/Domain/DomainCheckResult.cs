using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>The answer to <see cref="DomainCheck"/>: one item per domain name.</summary>
[EppElement(EppNamespaces.Domain, "chkData")]
public sealed partial record DomainCheckResult;
