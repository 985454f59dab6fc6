using EppClient.Xml;

namespace EppClient.Extensions.TimeToLive;

/// <summary>The TTL values of a domain name or host that is being created (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "create")]
public sealed partial record TimeToLiveCreate;
