using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>The change that a poll message is about: what was done, when, by whom and why (RFC 8590, section 3.1.2).</summary>
/// <remarks>The object is in the data of the message, as it was before the change or as it is after it.</remarks>
[EppElement(EppNamespaces.ChangePoll, "changeData")]
public sealed partial record ChangePollData;
