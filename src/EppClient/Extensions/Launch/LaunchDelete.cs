using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>The application that a domain delete withdraws (RFC 8334, section 3.5).</summary>
[EppElement(EppNamespaces.Launch, "delete")]
public sealed partial record LaunchDelete;
