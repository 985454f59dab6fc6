using EppClient.Xml;

namespace EppClient.Extensions.E164;

/// <summary>How it was validated that a number belongs to its registrant, on renewal (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "renew")]
public sealed partial record E164ValidationRenew;
