using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>The answer to <see cref="ContactCreate"/>: the contact with its date of creation.</summary>
[EppElement(EppNamespaces.Contact, "creData")]
public sealed partial record ContactCreateResult;
