using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>The answer to <see cref="HostInfo"/>: what the registry knows about a host.</summary>
[EppElement(EppNamespaces.Host, "infData")]
public sealed partial record HostInfoResult;
