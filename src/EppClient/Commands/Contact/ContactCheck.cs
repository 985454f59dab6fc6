using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>Asks whether contacts can be created under given identifiers (RFC 5733, section 3.1.1).</summary>
[EppElement(EppNamespaces.Contact, "check")]
public sealed partial record ContactCheck;
