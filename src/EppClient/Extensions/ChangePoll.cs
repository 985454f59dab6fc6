using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>The change that a poll message reports: what was done, when, by whom and why (RFC 8590, section 3.1.2).</summary>
/// <remarks>The data of the message contains the object before or after the change.</remarks>
[EppElement(EppNamespaces.ChangePoll, "changeData")]
public sealed partial record ChangePollData;
