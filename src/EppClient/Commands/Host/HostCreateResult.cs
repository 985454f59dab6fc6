using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>The answer to <see cref="HostCreate"/>: the host with its date of creation.</summary>
[EppElement(EppNamespaces.Host, "creData")]
public sealed partial record HostCreateResult;
