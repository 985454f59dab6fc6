using EppClient.Xml;

namespace EppClient.Extensions.Launch;

/// <summary>Which domain names of a check match trademarks, and where their claims notices are (RFC 8334, section 3.1).</summary>
[EppElement(EppNamespaces.Launch, "chkData")]
public sealed partial record LaunchCheckResult;
