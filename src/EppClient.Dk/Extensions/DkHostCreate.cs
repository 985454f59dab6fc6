using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// Names who shall manage a new host. Without it the caller's own account does. Somebody outside the caller's account has to
/// accept first: the registry answers 1001.
/// </summary>
[EppExtensionGroup(DkNamespaces.Dkhm, "host:create")]
public sealed partial record DkHostCreate;
