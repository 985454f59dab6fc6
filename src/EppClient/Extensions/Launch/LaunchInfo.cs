using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>Reads an application, or a registration that was made in a launch phase (RFC 8334, section 3.2).</summary>
[EppElement(EppNamespaces.Launch, "info")]
public sealed partial record LaunchInfo;
