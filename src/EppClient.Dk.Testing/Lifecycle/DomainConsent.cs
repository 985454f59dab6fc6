using EppClient.Dk.Testing.Commands.Update;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>A change of a domain under registrant management that needs consent.</summary>
internal abstract record DomainConsent(string Person, EppDomainName Subject, DateTimeOffset Expires) : DkRequest(Person, Subject, Expires)
{
    public static void Request(DkState state, DomainConsent consent)
    {
        state.Domains[consent.Subject] = state.Domains[consent.Subject] with { IsPendingUpdate = true };
        state.RequestConsent(consent);
    }

    public sealed override void Accept(DkState state)
    {
        if (Complete(state) is { } domain)
        {
            Apply(state, domain);
        }
    }

    public sealed override void Refuse(DkState state) => Complete(state);

    public sealed override void Expire(DkState state) => Complete(state);

    protected abstract void Apply(DkState state, DkDomainRecord domain);

    /// <summary>The domain may have been changed or deleted since the request.</summary>
    private DkDomainRecord? Complete(DkState state)
    {
        if (!state.Domains.TryGetValue(Subject, out var domain) || domain.Deletion is not null)
        {
            return null;
        }

        return state.Domains[Subject] = domain with { IsPendingUpdate = state.Requests.Exists(request => request.Subject == Subject) };
    }
}

/// <summary>A change of name servers.</summary>
internal sealed record NameServerConsent(string Person, EppDomainName Subject, DateTimeOffset Expires, IReadOnlyList<EppDomainName> NameServers)
    : DomainConsent(Person, Subject, Expires)
{
    public override string Description => $"Delegate {Subject} to {string.Join(", ", NameServers)}?";

    protected override void Apply(DkState state, DkDomainRecord domain) => Delegations.Change(state, domain, NameServers);
}

/// <summary>A change of registrant.</summary>
internal sealed record RegistrantConsent(string Person, EppDomainName Subject, DateTimeOffset Expires, string Handle)
    : DomainConsent(Person, Subject, Expires)
{
    public override string Description => $"Give {Subject} to {Handle}?";

    public override bool Concerns(string handle) => base.Concerns(handle) || DkHandle.Same(Handle, handle);

    protected override void Apply(DkState state, DkDomainRecord domain) => RegistrantChanges.Apply(state, domain, Handle);
}

/// <summary>The assignment of a role.</summary>
internal sealed record RoleConsent(string Person, EppDomainName Subject, DateTimeOffset Expires, string Role, string Handle)
    : DomainConsent(Person, Subject, Expires)
{
    public override string Description => $"Make {Handle} {Role} of {Subject}?";

    public override bool Concerns(string handle) => base.Concerns(handle) || DkHandle.Same(Handle, handle);

    protected override void Apply(DkState state, DkDomainRecord domain)
    {
        // A new admin needs the consent of the registrant and then of the new admin.
        if (!DkHandle.Same(Person, Handle) && !DkHandle.Same(domain.Registrant, Handle))
        {
            Request(state, this with { Person = Handle, Expires = state.ApprovalDeadline });
            return;
        }

        state.Domains[domain.Name] = RolePart.WithRole(domain, Role, Handle) with { Updated = state.Now };
    }
}

/// <summary>A deletion.</summary>
internal sealed record DeletionConsent(string Person, EppDomainName Subject, DateTimeOffset Expires, DkInitiator Initiator)
    : DomainConsent(Person, Subject, Expires)
{
    public override string Description => $"Delete {Subject}?";

    protected override void Apply(DkState state, DkDomainRecord domain) => Deletions.Begin(state, domain, DkDeletionCause.Requested, Initiator);
}
