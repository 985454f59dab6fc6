using EppClient.Xml;

namespace EppClient.Extensions.TimeToLive;

/// <summary>The TTL values of a domain name or host, with the policy of the server where it was asked for (RFC 9803, section 2).</summary>
[EppElement(EppNamespaces.TimeToLive, "infData")]
public sealed partial record TimeToLiveInfoResult;
