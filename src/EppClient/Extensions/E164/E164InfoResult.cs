using EppClient.Xml;

namespace EppClient.Extensions.E164;

/// <summary>The NAPTR records of a telephone number (RFC 4114, section 3.1.2).</summary>
[EppElement(EppNamespaces.E164, "infData")]
public sealed partial record E164InfoResult;
