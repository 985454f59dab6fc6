using EppClient.Xml;

namespace EppClient.Extensions.KeyRelay;

/// <summary>DNSSEC keys that another client has sent; it comes in the message queue (RFC 8063, section 3).</summary>
[EppElement(EppNamespaces.KeyRelay, "infData")]
public sealed partial record KeyRelayInfoResult;
