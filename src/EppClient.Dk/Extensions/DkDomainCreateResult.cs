using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// What the .dk registry tells of an application that it has accepted: the number under which it handles it, in EPP and on its
/// web pages, and whether it regards the registrant as validated. The decision follows as a poll message.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "domain:create", Response = true)]
public sealed partial record DkDomainCreateResult;
