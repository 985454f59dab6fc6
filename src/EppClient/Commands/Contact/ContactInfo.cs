using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Reads a contact (RFC 5733, section 3.1.2).</summary>
[EppElement(EppNamespaces.Contact, "info")]
public sealed partial record ContactInfo;
