using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>The application that was created (RFC 8334, section 3.3).</summary>
[EppElement(EppNamespaces.Launch, "creData")]
public sealed partial record LaunchCreateResult;
