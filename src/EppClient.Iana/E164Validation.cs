using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>How the registrant's right to a number was validated, on registration (RFC 5076).</summary>
[EppElement(IanaNamespaces.E164Validation, "create")]
public sealed partial record E164ValidationCreate;

/// <summary>The validations of a number (RFC 5076).</summary>
[EppElement(IanaNamespaces.E164Validation, "infData")]
public sealed partial record E164ValidationInfoResult;

/// <summary>How the registrant's right to a number was validated, on renewal (RFC 5076).</summary>
[EppElement(IanaNamespaces.E164Validation, "renew")]
public sealed partial record E164ValidationRenew;

/// <summary>How the registrant's right to a number was validated, on transfer (RFC 5076).</summary>
[EppElement(IanaNamespaces.E164Validation, "transfer")]
public sealed partial record E164ValidationTransfer;

/// <summary>Changes the validations of a number (RFC 5076).</summary>
[EppElement(IanaNamespaces.E164Validation, "update")]
public sealed partial record E164ValidationUpdate;

/// <summary>How, by whom and when a number was validated: the example of RFC 5076, for use in <see cref="E164ValidationDetails"/>.</summary>
[EppElement(IanaNamespaces.E164SimpleValidation, "simpleVal")]
public sealed partial record E164SimpleValidation;
