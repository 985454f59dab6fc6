using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>Reads a host (RFC 5732, section 3.1.2).</summary>
[EppElement(EppNamespaces.Host, "info")]
public sealed partial record HostInfo;
