using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>What a registration cost (RFC 8748, section 5.2.1).</summary>
[EppElement(EppNamespaces.Fee, "creData")]
public sealed partial record FeeCreateResult;
