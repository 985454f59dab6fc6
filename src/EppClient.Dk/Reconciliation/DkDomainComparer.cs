using EppClient.Commands.Domain;
using EppClient.Protocol;
using EppClient.Reconciliation;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>Automatic renewal and tokens for transfer. The order confirmation token changes nothing that is shown.</summary>
internal sealed class DkDomainComparer : IEppExtensionComparer
{
    public string NamespaceUri => DkNamespaces.Dkhm;

    public IEnumerable<EppFact> Compare(EppUnsettledCommand command, IReadOnlyList<IEppElement> asked, EppResponse info)
    {
        var shown = info.Extension<DkDomainInfoResult>() ?? new DkDomainInfoResult();
        if (DkDomainUpdate.Find(asked)?.AutoRenew is { } autoRenew)
        {
            yield return new EppFact("automatic renewal", shown.AutoRenew is { } other ? autoRenew == other : null);
        }

        if ((command.Command as DomainUpdate)?.Change?.AuthInfo is { } authInfo)
        {
            var hasToken = shown.AuthInfo.Any(token => token.Operation == DkAuthInfoOperation.Transfer);
            if (authInfo.IsRemove)
            {
                yield return new EppFact("token for transfer removed", !hasToken);
            }
            else if (authInfo.Password == DkDomain.MakeTransferToken)
            {
                yield return new EppFact("token for transfer made", hasToken);
            }
        }
    }
}
