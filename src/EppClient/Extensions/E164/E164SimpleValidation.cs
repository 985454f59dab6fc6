using EppClient.Xml;

namespace EppClient.Extensions.E164;

/// <summary>How a number was validated, by whom and when: the example of RFC 5076, for use inside <see cref="E164ValidationDetails"/>.</summary>
[EppElement(EppNamespaces.E164SimpleValidation, "simpleVal")]
public sealed partial record E164SimpleValidation;
