using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>
/// Sends DNSSEC keys to the client that sponsors a domain name, so that a change of DNS operator does not break the DNSSEC validation of the domain
/// name (RFC 8063, section 3).
/// </summary>
[EppElement(IanaNamespaces.KeyRelay, "create")]
public sealed partial record KeyRelayCreate;

/// <summary>DNSSEC keys that another client has sent, in a poll message (RFC 8063, section 3).</summary>
[EppElement(IanaNamespaces.KeyRelay, "infData")]
public sealed partial record KeyRelayInfoResult;
