using EppClient.Commands.Host;

namespace EppClient.Dk;

/// <summary>A host that this account sponsors.</summary>
public sealed class DkRegistrarHost : DkHandledHost
{
    internal DkRegistrarHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>What its manager may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkHostRights AsManager { get; }
}
