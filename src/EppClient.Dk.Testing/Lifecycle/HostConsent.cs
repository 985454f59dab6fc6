namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The creation of a host below a domain waits for the domain's registrant, then for the requested manager, if there is one.</summary>
internal sealed record HostConsent(string Person, EppDomainName Subject, DateTimeOffset Expires, DkInitiator Initiator, string? Manager)
    : DkRequest(Person, Subject, Expires)
{
    public override string Description => $"Register the name server {Subject} below your domain?";

    public override bool Concerns(string handle) => base.Concerns(handle) || DkHandle.Same(Manager, handle);

    /// <summary>Requests consent from each party in turn.</summary>
    public static void Request(DkState state, EppDomainName name, DkInitiator initiator, string? registrant, string? manager)
    {
        if (registrant is not null)
        {
            state.RequestConsent(new HostConsent(registrant, name, state.ApprovalDeadline, initiator, manager));
        }
        else if (manager is not null)
        {
            state.RequestConsent(new HostManagerConsent(manager, name, state.ApprovalDeadline, initiator, RegistrantAgreed: false));
        }
    }

    public override void Accept(DkState state)
    {
        if (Manager is null)
        {
            PendingHosts.Register(state, Subject, Initiator, HostTexts.RegisteredByRegistrant(Subject));
        }
        else
        {
            state.RequestConsent(new HostManagerConsent(Manager, Subject, state.ApprovalDeadline, Initiator, RegistrantAgreed: true));
        }
    }

    public override void Refuse(DkState state) => PendingHosts.Drop(state, Subject, Initiator, HostTexts.RejectedByRegistrant(Subject));

    public override void Expire(DkState state) => PendingHosts.Drop(state, Subject, Initiator, HostTexts.NotApprovedInTime(Subject));
}

/// <summary>The creation of a host waits for the requested manager.</summary>
internal sealed record HostManagerConsent(string Person, EppDomainName Subject, DateTimeOffset Expires, DkInitiator Initiator, bool RegistrantAgreed)
    : DkRequest(Person, Subject, Expires)
{
    public override string Description => $"Manage the new name server {Subject}?";

    public override void Accept(DkState state) => PendingHosts.Register(
        state,
        Subject,
        Initiator,
        RegistrantAgreed ? HostTexts.RegisteredByBoth(Subject, Person) : HostTexts.RegisteredByManager(Subject, Person));

    public override void Refuse(DkState state) => PendingHosts.Drop(state, Subject, Initiator, HostTexts.RejectedByManager(Subject));

    public override void Expire(DkState state) => PendingHosts.Drop(state, Subject, Initiator, HostTexts.NotAcceptedInTime(Subject));
}

/// <summary>A host waits for its new manager.</summary>
internal sealed record NewManagerConsent(string Person, EppDomainName Subject, DateTimeOffset Expires, DkInitiator Initiator)
    : DkRequest(Person, Subject, Expires)
{
    public override string Description => $"Take over the management of the name server {Subject}?";

    public static void Request(DkState state, EppDomainName name, DkInitiator initiator, string manager)
    {
        state.Hosts[name] = state.Hosts[name] with { IsPendingUpdate = true };
        state.RequestConsent(new NewManagerConsent(manager, name, state.ApprovalDeadline, initiator));
    }

    public override void Accept(DkState state) => PendingHosts.EndUpdate(state, Subject, Initiator, Person, HostTexts.ManagerAccepted(Subject, Person));

    public override void Refuse(DkState state) => PendingHosts.EndUpdate(state, Subject, Initiator, null, HostTexts.ManagerRejected(Subject, Person));

    public override void Expire(DkState state) =>
        PendingHosts.EndUpdate(state, Subject, Initiator, null, HostTexts.ManagerNotAcceptedInTime(Subject, Person));
}
