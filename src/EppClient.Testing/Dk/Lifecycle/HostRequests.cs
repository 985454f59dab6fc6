using EppClient.Dk;

namespace EppClient.Testing.Dk.Lifecycle;

/// <summary>Hosts whose creation, or whose new manager, waits for somebody's consent.</summary>
internal static class HostRequests
{
    public static void AskToCreate(DkState state, DkDomainName name, DkInitiator initiator, string? registrant, string? manager)
    {
        if (registrant is not null)
        {
            state.Ask(new DkRequest(registrant, name)
            {
                Accepted = later => AfterRegistrant(later, name, initiator, manager),
                Refused = later => Drop(later, name, initiator, HostTexts.RejectedByRegistrant(name)),
                Expired = later => Drop(later, name, initiator, HostTexts.NotApprovedInTime(name)),
            });
        }
        else if (manager is not null)
        {
            AskManager(state, name, initiator, HostTexts.RegisteredByManager(name, manager), manager);
        }
    }

    public static void AskNewManager(DkState state, DkDomainName name, DkInitiator initiator, string manager)
    {
        state.Hosts[name] = state.Hosts[name] with { IsPendingUpdate = true };
        state.Ask(new DkRequest(manager, name)
        {
            Accepted = later => End(later, name, initiator, manager, HostTexts.ManagerAccepted(name, manager)),
            Refused = later => End(later, name, initiator, null, HostTexts.ManagerRejected(name, manager)),
            Expired = later => End(later, name, initiator, null, HostTexts.ManagerNotAcceptedInTime(name, manager)),
        });
    }

    private static void AfterRegistrant(DkState state, DkDomainName name, DkInitiator initiator, string? manager)
    {
        if (manager is null)
        {
            Register(state, name, initiator, HostTexts.RegisteredByRegistrant(name));
        }
        else
        {
            AskManager(state, name, initiator, HostTexts.RegisteredByBoth(name, manager), manager);
        }
    }

    private static void AskManager(DkState state, DkDomainName name, DkInitiator initiator, string registered, string manager) =>
        state.Ask(new DkRequest(manager, name)
        {
            Accepted = later => Register(later, name, initiator, registered),
            Refused = later => Drop(later, name, initiator, HostTexts.RejectedByManager(name)),
            Expired = later => Drop(later, name, initiator, HostTexts.NotAcceptedInTime(name)),
        });

    private static void Register(DkState state, DkDomainName name, DkInitiator initiator, string text)
    {
        state.Hosts[name] = state.Hosts[name] with { IsPendingCreate = false };
        Tell(state, name, initiator, succeeded: true, text);
    }

    private static void Drop(DkState state, DkDomainName name, DkInitiator initiator, string text)
    {
        state.Hosts.Remove(name);
        Tell(state, name, initiator, succeeded: false, text);
    }

    private static void End(DkState state, DkDomainName name, DkInitiator initiator, string? manager, string text)
    {
        if (!state.Hosts.TryGetValue(name, out var host))
        {
            return;
        }

        state.Hosts[name] = host with { IsPendingUpdate = false, Manager = manager ?? host.Manager, UpdatedBy = DkHandle.Registry, Updated = state.Now };
        Tell(state, name, initiator, manager is not null, text);
    }

    private static void Tell(DkState state, DkDomainName name, DkInitiator initiator, bool succeeded, string text) =>
        state.Tell(initiator.User, text, new PendingActionView(DkObjectKind.Host, name.Unicode, succeeded, initiator, state.Now));
}
