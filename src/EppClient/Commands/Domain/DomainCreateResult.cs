using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>The answer to <see cref="DomainCreate"/>: the name with its dates.</summary>
[EppElement(EppNamespaces.Domain, "creData")]
public sealed partial record DomainCreateResult;
