using EppClient.Xml;

namespace EppClient.Extensions.Rgp;

/// <summary>The grace periods of a domain name, in the answer to an info command (RFC 3915, section 4.1.2).</summary>
[EppElement(EppNamespaces.Rgp, "infData")]
public sealed partial record RgpInfoResult;
