using EppClient.Xml;

namespace EppClient.Extensions.E164;

/// <summary>The validations of a number (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "infData")]
public sealed partial record E164ValidationInfoResult;
