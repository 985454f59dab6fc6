using EppClient.Dk.Testing.Commands;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>From suspension through redemption to the end, or back.</summary>
internal static class Deletions
{
    public static void Begin(DkState state, DkDomainRecord domain, DkDeletionCause cause, DkInitiator? initiator)
    {
        var deletion = new DkDeletion(cause, DanishTime.StartOf(state.Today.AddDays(state.Options.RedemptionDays)), initiator) { PaidUntil = domain.Expires };
        state.Domains[domain.Name] = domain with
        {
            Deletion = deletion,
            IsPendingUpdate = false,
            Tokens = [],
            Expires = cause == DkDeletionCause.Requested ? DanishTime.EndOf(state.Today) : domain.Expires,
            Updated = state.Now,
        };
        MarkHosts(state, domain.Name, isPendingDelete: true);
        Schedule(state, state.Domains[domain.Name]);
        if (PollTexts.Suspended(domain.Name, cause) is { } text)
        {
            state.NotifyAccount(domain.Sponsor, text, state.PublicView(state.Domains[domain.Name]));
        }
    }

    /// <summary>Sets the end of the deletion that is under way.</summary>
    public static void Schedule(DkState state, DkDomainRecord domain)
    {
        if (domain.Deletion is { } deletion)
        {
            state.Schedule.At(deletion.Date, later => End(later, domain.Name, deletion));
        }
    }

    /// <summary>A registrar restores a domain: the fee, and a further year.</summary>
    public static void Restore(DkState state, DkDomainRecord domain, DkInitiator restorer)
    {
        state.Charge(domain.Billing, state.Options.Prices.Restore);
        Undo(state, domain, PollTexts.Restored(domain.Name), restorer);
    }

    /// <summary>The registry stops a deletion itself: a further year, and nothing to pay for the restore.</summary>
    public static void Stop(DkState state, DkDomainRecord domain) => Undo(state, domain, PollTexts.Extended(domain.Name), restorer: null);

    private static void Undo(DkState state, DkDomainRecord domain, string text, DkInitiator? restorer)
    {
        var deletion = domain.Deletion!;
        var paidUntil = deletion.PaidUntil ?? domain.Expires ?? state.Now;
        if (paidUntil <= state.Now || !state.Options.Quirks.RestoreAddsNoYear)
        {
            // The year follows the paid term: nothing that was paid is lost.
            state.Charge(domain.Billing, state.Options.Prices.Renew);
            paidUntil = state.Options.Expiry.OneYearFrom(paidUntil);
        }

        state.Domains[domain.Name] = WithoutDeletion(state, domain) with { IsUnpaid = false, Expires = paidUntil };
        MarkHosts(state, domain.Name, isPendingDelete: false);
        Expiry.Schedule(state, domain.Name);
        if (deletion.Initiator is { } initiator)
        {
            var ids = state.Options.Quirks.StoppedDeletionNamesRestore ? restorer ?? initiator : initiator;
            var view = new PendingActionView(DkObjectKind.Domain, domain.Name.Unicode, Succeeded: true, ids, state.Now);
            state.Notify(initiator.User, text, view);
        }
    }

    /// <summary>The registrant was checked after all: the domain is what it was.</summary>
    public static void Cancel(DkState state, DkDomainRecord domain)
    {
        state.Domains[domain.Name] = WithoutDeletion(state, domain) with { IsOnHold = false };
        MarkHosts(state, domain.Name, isPendingDelete: false);
        Expiry.Schedule(state, domain.Name);
    }

    private static DkDomainRecord WithoutDeletion(DkState state, DkDomainRecord domain) => domain with { Deletion = null, Updated = state.Now };

    private static void End(DkState state, DkDomainName name, DkDeletion deletion)
    {
        if (!state.Domains.TryGetValue(name, out var domain) || domain.Deletion != deletion)
        {
            return;
        }

        var lastView = state.PublicView(domain);
        state.Domains.Remove(name);
        DeleteHosts(state, name);
        if (deletion.Initiator is { } initiator)
        {
            var view = new PendingActionView(DkObjectKind.Domain, name.Unicode, Succeeded: true, initiator, state.Now);
            state.Notify(initiator.User, PollTexts.Deleted(name), view);
        }
        else
        {
            state.NotifyAccount(domain.Sponsor, PollTexts.Deleted(name), lastView);
        }
    }

    private static void MarkHosts(DkState state, DkDomainName domain, bool isPendingDelete)
    {
        foreach (var host in state.Hosts.Values.Where(host => host.Name.IsBelow(domain)).ToList())
        {
            state.Hosts[host.Name] = host with { IsPendingDelete = isPendingDelete };
        }
    }

    /// <summary>Hosts that other domains are still delegated to stay, marked.</summary>
    private static void DeleteHosts(DkState state, DkDomainName domain)
    {
        var unused = state.Hosts.Values.Where(host =>
            host.Name.IsBelow(domain) && !state.Domains.Values.Any(other => other.NameServers.Contains(host.Name)));
        foreach (var host in unused.ToList())
        {
            state.Hosts.Remove(host.Name);
            state.NotifyAccount(host.Sponsor, PollTexts.HostDeleted(host.Name), state.ViewOf(host));
        }
    }
}
