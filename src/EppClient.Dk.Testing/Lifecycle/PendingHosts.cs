namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>What becomes of hosts that waited for somebody's consent, and the message about it.</summary>
internal static class PendingHosts
{
    public static void Register(DkState state, DkDomainName name, DkInitiator initiator, string text)
    {
        // The domain above it may have been deleted, and the host with it, since the question was put.
        if (state.Hosts.TryGetValue(name, out var host))
        {
            state.Hosts[name] = host with { IsPendingCreate = false };
            Notify(state, name, initiator, succeeded: true, text);
        }
    }

    public static void Drop(DkState state, DkDomainName name, DkInitiator initiator, string text)
    {
        state.Hosts.Remove(name);
        Notify(state, name, initiator, succeeded: false, text);
    }

    public static void EndUpdate(DkState state, DkDomainName name, DkInitiator initiator, string? manager, string text)
    {
        if (!state.Hosts.TryGetValue(name, out var host))
        {
            return;
        }

        state.Hosts[name] = host with { IsPendingUpdate = false, Manager = manager ?? host.Manager, UpdatedBy = DkHandle.Registry, Updated = state.Now };
        Notify(state, name, initiator, manager is not null, text);
    }

    private static void Notify(DkState state, DkDomainName name, DkInitiator initiator, bool succeeded, string text) =>
        state.Notify(initiator.User, text, new PendingActionView(DkObjectKind.Host, name.Unicode, succeeded, initiator, state.Now));
}
