using EppClient.Commands.Host;

namespace EppClient.Dk;

/// <summary>A host that another registrar sponsors.</summary>
public sealed class DkForeignHost : DkHandledHost
{
    internal DkForeignHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>What its manager may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkHostRights AsManager { get; }
}
