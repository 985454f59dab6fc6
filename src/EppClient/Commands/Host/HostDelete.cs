using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>Deletes a host (RFC 5732, section 3.2.2).</summary>
[EppElement(EppNamespaces.Host, "delete")]
public sealed partial record HostDelete;
