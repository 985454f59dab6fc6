using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>The token that entitles its holder to a domain name, on check, create and transfer, and in the answer to info (RFC 8495).</summary>
/// <remarks>It is a secret: logs and <c>ToString</c> show <c>***</c>.</remarks>
[EppElement(EppNamespaces.AllocationToken, "allocationToken")]
public sealed partial record AllocationToken;

/// <summary>Asks for the token of a domain name (RFC 8495, section 3.1.2).</summary>
[EppElement(EppNamespaces.AllocationToken, "info")]
public sealed partial record AllocationTokenInfo;
