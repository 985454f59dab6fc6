using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// The .dk elements that come with poll messages: the risk assessment with the outcome of an application, the fields of a
/// contact with messages about contacts.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "poll", Response = true)]
public sealed partial record DkPollResult;
