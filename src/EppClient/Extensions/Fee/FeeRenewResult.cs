using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>What a renewal cost (RFC 8748, section 5.2.3).</summary>
[EppElement(EppNamespaces.Fee, "renData")]
public sealed partial record FeeRenewResult;
