using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>The answer to <see cref="HostCheck"/>: one item per host.</summary>
[EppElement(EppNamespaces.Host, "chkData")]
public sealed partial record HostCheckResult;
