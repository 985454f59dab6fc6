using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>Asks what commands on the domain names of a check would cost (RFC 8748, section 5.1.1).</summary>
[EppElement(EppNamespaces.Fee, "check")]
public sealed partial record FeeCheck;
