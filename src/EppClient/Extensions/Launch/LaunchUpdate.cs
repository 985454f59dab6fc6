using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>The application that a domain update changes (RFC 8334, section 3.4).</summary>
[EppElement(EppNamespaces.Launch, "update")]
public sealed partial record LaunchUpdate;
