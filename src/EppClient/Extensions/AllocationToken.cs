using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>The token that entitles its holder to a domain name; on check, create and transfer, and in the response to info (RFC 8495).</summary>
/// <remarks>The token is secret: logs and <c>ToString</c> show <c>***</c>.</remarks>
[EppElement(EppNamespaces.AllocationToken, "allocationToken")]
public sealed partial record AllocationToken;

/// <summary>Requests the token of a domain name (RFC 8495, section 3.1.2).</summary>
[EppElement(EppNamespaces.AllocationToken, "info")]
public sealed partial record AllocationTokenInfo;
