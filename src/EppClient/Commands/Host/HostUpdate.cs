using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>Changes a host (RFC 5732, section 3.2.5).</summary>
[EppElement(EppNamespaces.Host, "update")]
public sealed partial record HostUpdate;
