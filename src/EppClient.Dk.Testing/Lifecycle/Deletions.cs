using EppClient.Dk.Testing.Commands;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The deletion of a domain: suspension, redemption and final deletion, or restore.</summary>
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

    /// <summary>Schedules the end of the pending deletion.</summary>
    public static void Schedule(DkState state, DkDomainRecord domain)
    {
        if (domain.Deletion is { } deletion)
        {
            state.Schedule.At(deletion.Date, later => End(later, domain.Name, deletion));
        }
    }

    /// <summary>Restores a domain for a registrar: charges the fee, and a further year.</summary>
    public static void Restore(DkState state, DkDomainRecord domain, DkInitiator restorer)
    {
        state.Charge(domain.Billing, state.Options.Prices.Restore);
        Undo(state, domain, PollTexts.Restored(domain.Name), restorer);
    }

    /// <summary>Stops a deletion for the registry itself: a further year, without a restore fee.</summary>
    public static void Stop(DkState state, DkDomainRecord domain) => Undo(state, domain, PollTexts.Extended(domain.Name), restorer: null);

    private static void Undo(DkState state, DkDomainRecord domain, string text, DkInitiator? restorer)
    {
        var deletion = domain.Deletion!;
        var paidUntil = deletion.PaidUntil ?? domain.Expires ?? state.Now;
        if (paidUntil <= state.Now || !state.Options.Quirks.RestoreAddsNoYear)
        {
            // The year is added to the paid term, so no paid time is lost.
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

    /// <summary>The registrant was verified late: restores the domain as it was.</summary>
    public static void Cancel(DkState state, DkDomainRecord domain)
    {
        state.Domains[domain.Name] = WithoutDeletion(state, domain) with { IsOnHold = false };
        MarkHosts(state, domain.Name, isPendingDelete: false);
        Expiry.Schedule(state, domain.Name);
    }

    private static DkDomainRecord WithoutDeletion(DkState state, DkDomainRecord domain) => domain with { Deletion = null, Updated = state.Now };

    private static void End(DkState state, EppDomainName name, DkDeletion deletion)
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

    private static void MarkHosts(DkState state, EppDomainName domain, bool isPendingDelete)
    {
        foreach (var host in state.Hosts.Values.Where(host => host.Name.IsBelow(domain)).ToList())
        {
            state.Hosts[host.Name] = host with { IsPendingDelete = isPendingDelete };
        }
    }

    /// <summary>Deletes the unused hosts. Hosts to which other domains are delegated remain, marked for deletion.</summary>
    private static void DeleteHosts(DkState state, EppDomainName domain)
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
