using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// Names who shall manage a new host. Without it the caller's own account does. Somebody outside the caller's account has to
/// accept first: the registry answers 1001.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "host:create")]
public sealed partial record DkHostCreate;

/// <summary>Asks somebody else to manage a host. The registry answers 1001, and a poll message tells whether they accepted.</summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "host:update")]
public sealed partial record DkHostUpdate;

/// <summary>
/// The .dk elements that come with poll messages: the risk assessment with the outcome of an application, the fields of a
/// contact with messages about contacts.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "poll", Response = true)]
public sealed partial record DkPollResult;
