using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>Asks whether hosts can be created (RFC 5732, section 3.1.1).</summary>
[EppElement(EppNamespaces.Host, "check")]
public sealed partial record HostCheck;
