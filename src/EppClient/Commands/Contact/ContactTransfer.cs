using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Moves a contact to another registrar, or manages such a move (RFC 5733, sections 3.1.3 and 3.2.4).</summary>
[EppElement(EppNamespaces.Contact, "transfer")]
public sealed partial record ContactTransfer;
