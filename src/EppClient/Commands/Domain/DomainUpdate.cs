using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>Changes a domain name (RFC 5731, section 3.2.5).</summary>
[EppElement(EppNamespaces.Domain, "update")]
public sealed partial record DomainUpdate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) => UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
}
