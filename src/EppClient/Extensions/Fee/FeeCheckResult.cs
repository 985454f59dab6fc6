using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>The prices of commands on the domain names of a check (RFC 8748, section 5.1.1).</summary>
[EppElement(EppNamespaces.Fee, "chkData")]
public sealed partial record FeeCheckResult;
