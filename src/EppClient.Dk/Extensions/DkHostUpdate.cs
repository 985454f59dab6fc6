using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>Asks somebody else to manage a host. The registry answers 1001, and a poll message tells whether they accepted.</summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "host:update")]
public sealed partial record DkHostUpdate;
