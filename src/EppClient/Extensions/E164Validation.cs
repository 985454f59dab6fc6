using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>How it was validated that a number belongs to its registrant, on registration (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "create")]
public sealed partial record E164ValidationCreate;

/// <summary>The validations of a number (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "infData")]
public sealed partial record E164ValidationInfoResult;

/// <summary>How it was validated that a number belongs to its registrant, on renewal (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "renew")]
public sealed partial record E164ValidationRenew;

/// <summary>How it was validated that a number belongs to its registrant, on transfer (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "transfer")]
public sealed partial record E164ValidationTransfer;

/// <summary>Changes the validations of a number (RFC 5076).</summary>
[EppElement(EppNamespaces.E164Validation, "update")]
public sealed partial record E164ValidationUpdate;

/// <summary>How a number was validated, by whom and when: the example of RFC 5076, for use inside <see cref="E164ValidationDetails"/>.</summary>
[EppElement(EppNamespaces.E164SimpleValidation, "simpleVal")]
public sealed partial record E164SimpleValidation;
