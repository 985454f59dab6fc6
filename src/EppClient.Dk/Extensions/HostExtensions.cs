using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// The manager of a new host. Default: the caller's own account. A manager outside the caller's account has to accept first: the
/// registry responds with 1001.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "host:create")]
public sealed partial record DkHostCreate;

/// <summary>Requests another manager for a host. The registry responds with 1001, and a poll message reports whether the manager accepted.</summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "host:update")]
public sealed partial record DkHostUpdate;
