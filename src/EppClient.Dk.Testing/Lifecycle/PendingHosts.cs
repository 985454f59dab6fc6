namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The outcome of hosts that waited for consent, and the message about it.</summary>
internal static class PendingHosts
{
    public static void Register(DkState state, EppDomainName name, DkInitiator initiator, string text)
    {
        // The parent domain may have been deleted, and the host with it, since the request.
        if (state.Hosts.TryGetValue(name, out var host))
        {
            state.Hosts[name] = host with { IsPendingCreate = false };
            Notify(state, name, initiator, succeeded: true, text);
        }
    }

    public static void Drop(DkState state, EppDomainName name, DkInitiator initiator, string text)
    {
        state.Hosts.Remove(name);
        Notify(state, name, initiator, succeeded: false, text);
    }

    public static void EndUpdate(DkState state, EppDomainName name, DkInitiator initiator, string? manager, string text)
    {
        if (!state.Hosts.TryGetValue(name, out var host))
        {
            return;
        }

        state.Hosts[name] = host with { IsPendingUpdate = false, Manager = manager ?? host.Manager, UpdatedBy = DkHandle.Registry, Updated = state.Now };
        Notify(state, name, initiator, manager is not null, text);
    }

    private static void Notify(DkState state, EppDomainName name, DkInitiator initiator, bool succeeded, string text) =>
        state.Notify(initiator.User, text, new PendingActionView(DkObjectKind.Host, name.Unicode, succeeded, initiator, state.Now));
}
