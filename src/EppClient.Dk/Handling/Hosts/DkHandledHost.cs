using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A host as an account sees it at one moment. What can be done with it depends on its handling model: see the derived types.</summary>
public abstract class DkHandledHost
{
    private protected DkHandledHost(DkRegistrar registrar, HostInfoResult info)
    {
        Registrar = registrar;
        Info = info;
        Name = DkDomainName.From(info.Name);
    }

    /// <summary>The name.</summary>
    public DkDomainName Name { get; }

    /// <summary>What info answered. It does not tell who manages the host.</summary>
    public HostInfoResult Info { get; }

    /// <summary>The handling model.</summary>
    public DkHandlingModel Model => DkHandling.Of(Info.SponsoringClientId);

    internal DkRegistrar Registrar { get; }

    /// <summary>Why an operation would be refused, as far as that is certain without asking the registry.</summary>
    /// <param name="operation">One of the operations on hosts.</param>
    /// <returns>The refusal; null where the registry would obey, or has to be asked.</returns>
    public DkRefusal? FindRefusal(DkOperation operation)
    {
        // Anybody may be the manager: info does not show it.
        var role = Registrar.Sponsors(Info.SponsoringClientId) ? DkObjectRoles.Registrar : DkObjectRoles.NameServerManager;
        var privilege = DkPrivileges.Of(operation, Model, role);
        return privilege.Permission == DkAccess.Refused ? DkRefusal.Local(operation, privilege, Name.Unicode) : null;
    }

    /// <summary>The name and the model.</summary>
    public override string ToString() => $"{Name} ({Model})";

    internal static DkHandledHost From(DkRegistrar registrar, HostInfoResult info) =>
        DkHandling.Of(info.SponsoringClientId) == DkHandlingModel.RegistrantManaged ? new DkRegistrantHost(registrar, info)
        : registrar.Sponsors(info.SponsoringClientId) ? new DkRegistrarHost(registrar, info)
        : new DkOtherRegistrarHost(registrar, info);

    internal Task<EppResponse> SendAsync(DkOperation operation, IEppCommand command, CancellationToken cancellationToken) =>
        FindRefusal(operation) is { } refusal ? throw new DkRefusedException(refusal) : Registrar.SendAsync(command, cancellationToken);
}

/// <summary>A host that another registrar sponsors.</summary>
public sealed class DkOtherRegistrarHost : DkHandledHost
{
    internal DkOtherRegistrarHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>What its manager may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkHostRights AsManager { get; }
}

/// <summary>A host under registrant management.</summary>
public sealed class DkRegistrantHost : DkHandledHost
{
    internal DkRegistrantHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>What its manager may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkHostRights AsManager { get; }
}

/// <summary>A host that this account sponsors.</summary>
public sealed class DkRegistrarHost : DkHandledHost
{
    internal DkRegistrarHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>What its manager may do. Info does not tell who that is: the registry refuses others.</summary>
    public DkHostRights AsManager { get; }
}
