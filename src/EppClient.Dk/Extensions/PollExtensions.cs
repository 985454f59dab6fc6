using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// The .dk elements in poll messages: the risk assessment with the outcome of an application, and the fields of a contact in messages
/// about contacts.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "poll", Response = true)]
public sealed partial record DkPollResult;
