using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>A snapshot of a host as an account sees it. The operations depend on the handling model: see the derived types.</summary>
public abstract class DkHandledHost
{
    private protected DkHandledHost(DkRegistrar registrar, HostInfoResult info)
    {
        Registrar = registrar;
        Info = info;
        Name = EppDomainName.From(info.Name);
    }

    /// <summary>The name.</summary>
    public EppDomainName Name { get; }

    /// <summary>The result of info. It does not show who manages the host.</summary>
    public HostInfoResult Info { get; }

    /// <summary>The handling model.</summary>
    public DkHandlingModel Model => DkHandling.Of(Info.SponsoringClientId);

    internal DkRegistrar Registrar { get; }

    /// <summary>Gets the reason why an operation would be refused, if that is certain without a query to the registry.</summary>
    /// <param name="operation">One of the operations on hosts.</param>
    /// <returns>The refusal; null if the registry would accept the operation, or if only the registry can decide.</returns>
    public DkRefusal? FindRefusal(DkOperation operation)
    {
        // Any account may be the manager: info does not show it.
        var role = Registrar.Sponsors(Info.SponsoringClientId) ? DkObjectRoles.Registrar : DkObjectRoles.NameServerManager;
        var privilege = DkPrivileges.Of(operation, Model, role);
        return privilege.Access == DkAccess.Refused ? DkRefusal.Local(operation, privilege, Name.Unicode) : null;
    }

    /// <summary>Returns the name and the model.</summary>
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

    /// <summary>The operations of the host's manager. Info does not show who that is: the registry refuses other accounts.</summary>
    public DkHostRights AsManager { get; }
}

/// <summary>A host under registrant management.</summary>
public sealed class DkRegistrantHost : DkHandledHost
{
    internal DkRegistrantHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>The operations of the host's manager. Info does not show who that is: the registry refuses other accounts.</summary>
    public DkHostRights AsManager { get; }
}

/// <summary>A host that this account sponsors.</summary>
public sealed class DkRegistrarHost : DkHandledHost
{
    internal DkRegistrarHost(DkRegistrar registrar, HostInfoResult info)
        : base(registrar, info) => AsManager = new DkHostRights(this);

    /// <summary>The operations of the host's manager. Info does not show who that is: the registry refuses other accounts.</summary>
    public DkHostRights AsManager { get; }
}
