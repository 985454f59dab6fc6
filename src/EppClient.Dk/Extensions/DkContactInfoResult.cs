using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// What the .dk registry tells of a contact beyond RFC 5733. Outsiders see less of it: the secondary e-mail address, for
/// instance, only of contacts that are no private persons.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "contact:info", Response = true)]
public sealed partial record DkContactInfoResult;
