using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>The answer to <see cref="DomainTransfer"/>, and the notice about a transfer in the message queue.</summary>
[EppElement(EppNamespaces.Domain, "trnData")]
public sealed partial record DomainTransferResult;
