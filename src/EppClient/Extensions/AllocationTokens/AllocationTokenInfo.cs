using EppClient.Xml;

namespace EppClient.Extensions.AllocationTokens;

/// <summary>Asks for the token of a domain name (RFC 8495, section 3.1.2).</summary>
[EppElement(EppNamespaces.AllocationToken, "info")]
public sealed partial record AllocationTokenInfo;
