using EppClient.Commands.Host;

namespace EppClient.Dk;

/// <summary>A host under registrant management.</summary>
public sealed class DkRegistrantHost : DkHandledHost
{
    internal DkRegistrantHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>What its manager may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkHostRights AsManager { get; }
}
