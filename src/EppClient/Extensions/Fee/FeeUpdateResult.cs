using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>What a change or a restore cost (RFC 8748, section 5.2.5).</summary>
[EppElement(EppNamespaces.Fee, "updData")]
public sealed partial record FeeUpdateResult;
