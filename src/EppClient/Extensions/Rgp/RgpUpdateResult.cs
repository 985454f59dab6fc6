using EppClient.Xml;

namespace EppClient.Extensions.Rgp;

/// <summary>The grace periods of a domain name, in the answer to a restore command (RFC 3915, section 4.2.5).</summary>
[EppElement(EppNamespaces.Rgp, "upData")]
public sealed partial record RgpUpdateResult;
