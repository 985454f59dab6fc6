using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>Applies for or registers a domain name in a launch phase (RFC 8334, section 3.3).</summary>
[EppElement(EppNamespaces.Launch, "create")]
public sealed partial record LaunchCreate;
