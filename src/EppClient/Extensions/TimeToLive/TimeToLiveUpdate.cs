using EppClient.Xml;

namespace EppClient.Extensions.TimeToLive;

/// <summary>Changes the TTL values of a domain name or host (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "update")]
public sealed partial record TimeToLiveUpdate;
