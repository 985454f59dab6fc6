using EppClient.Xml;

namespace EppClient.Extensions.TimeToLive;

/// <summary>Asks for the TTL values of a domain name or host (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "info")]
public sealed partial record TimeToLiveInfo;
