using EppClient.Xml;

namespace EppClient.Extensions.E164;

/// <summary>Changes the validations of a number (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "update")]
public sealed partial record E164ValidationUpdate;
