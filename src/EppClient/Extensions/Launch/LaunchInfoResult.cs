using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>An application, or a registration that was made in a launch phase, in the answer to an info command or in a poll message (RFC 8334, section 3.2).</summary>
[EppElement(EppNamespaces.Launch, "infData")]
public sealed partial record LaunchInfoResult;
