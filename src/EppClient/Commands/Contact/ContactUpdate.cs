using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Changes a contact (RFC 5733, section 3.2.5).</summary>
[EppElement(EppNamespaces.Contact, "update")]
public sealed partial record ContactUpdate;
