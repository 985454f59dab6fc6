using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Creates a contact (RFC 5733, section 3.2.1).</summary>
[EppElement(EppNamespaces.Contact, "create")]
public sealed partial record ContactCreate;
