using EppClient.Protocol;
using EppClient.Reconciliation;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>Another manager of a host, who has to accept: the registry shows nothing of it until then.</summary>
internal sealed class DkHostComparer : IEppExtensionComparer
{
    public string NamespaceUri => DkNamespaces.Dkhm;

    public IEnumerable<EppFact> Compare(EppUnsettledCommand command, IReadOnlyList<IEppElement> asked, EppResponse info) =>
        asked.Select(element => new EppFact(element.LocalName, null));
}
