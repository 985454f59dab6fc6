using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>Asks for trademark claims, for trademarks, or whether a domain name can be had in a launch phase (RFC 8334, section 3.1).</summary>
[EppElement(EppNamespaces.Launch, "check")]
public sealed partial record LaunchCheck;
