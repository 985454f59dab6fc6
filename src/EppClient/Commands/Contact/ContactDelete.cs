using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Deletes a contact (RFC 5733, section 3.2.2).</summary>
[EppElement(EppNamespaces.Contact, "delete")]
public sealed partial record ContactDelete;
