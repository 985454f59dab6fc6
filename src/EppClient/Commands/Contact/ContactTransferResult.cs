using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>The answer to <see cref="ContactTransfer"/>, and the notice about a transfer in the message queue.</summary>
[EppElement(EppNamespaces.Contact, "trnData")]
public sealed partial record ContactTransferResult;
