using EppClient.Xml;

namespace EppClient.Extensions.E164;

/// <summary>Changes the NAPTR records of a telephone number (RFC 4114, section 3.2.5).</summary>
[EppElement(EppNamespaces.E164, "update")]
public sealed partial record E164Update;
