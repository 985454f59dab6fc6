using EppClient.Xml;

namespace EppClient.Extensions.E164;

/// <summary>The NAPTR records of a telephone number that is being registered (RFC 4114, section 3.2.1).</summary>
[EppElement(EppNamespaces.E164, "create")]
public sealed partial record E164Create;
