using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Host;

/// <summary>Changes a host (RFC 5732, section 3.2.5).</summary>
[EppElement(EppNamespaces.Host, "update")]
public sealed partial record HostUpdate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) => UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
}
