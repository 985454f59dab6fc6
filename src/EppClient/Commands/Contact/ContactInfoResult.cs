using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>The answer to <see cref="ContactInfo"/>: what the registry knows about a contact, as far as it shows it to this client.</summary>
[EppElement(EppNamespaces.Contact, "infData")]
public sealed partial record ContactInfoResult;
