using EppClient.Xml;

namespace EppClient.Commands.Contact;

/// <summary>The answer to <see cref="ContactCheck"/>: one item per contact.</summary>
[EppElement(EppNamespaces.Contact, "chkData")]
public sealed partial record ContactCheckResult;
