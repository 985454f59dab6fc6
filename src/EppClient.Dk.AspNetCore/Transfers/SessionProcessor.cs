namespace EppClient.Dk.AspNetCore;

/// <summary>Processes one session that is due, while this process has its lease: transfers first, then settings, then events.</summary>
internal sealed class SessionProcessor(SessionRecords records, TransferStep transfer, SettingsStep settings, EventDelivery events, WorkerTimes times)
{
    public async Task ProcessAsync(string sessionId, CancellationToken cancellationToken)
    {
        if (await records.ClaimAsync(sessionId, times.Lease, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return;
        }

        // A command that was begun is completed when the host stops; no other one is begun.
        while (!cancellationToken.IsCancellationRequested)
        {
            content = await ChangeAsync(sessionId, content, current => current.Expire(records.Now)).ConfigureAwait(false);
            if (content.IsUndecided || content.EndedAt is not null || NextOf(content) is not { } domain)
            {
                break;
            }

            await StepAsync(sessionId, content, domain).ConfigureAwait(false);
            if (await records.FindAsync(sessionId, CancellationToken.None).ConfigureAwait(false) is not { } current)
            {
                return;
            }

            content = current;
        }

        content = await ChangeAsync(sessionId, content, current => current.Complete(records.Now)).ConfigureAwait(false);
        if (content.Events.Count > 0 && (content.EventsDueAt ?? DateTimeOffset.MinValue) <= records.Now)
        {
            await events.DeliverAsync(sessionId, content, cancellationToken).ConfigureAwait(false);
        }

        // Releases the lease.
        await records.ChangeAsync(sessionId, current => current, CancellationToken.None, lease: null, isWorker: true).ConfigureAwait(false);
    }

    // Transfers go first, because tokens expire; the domains are in the order in which they do.
    private SessionDomain? NextOf(SessionContent content)
    {
        var due = content.Domains.Where(domain => domain.NeedsWork && domain.NextAt <= records.Now).ToList();
        return due.Find(domain => !domain.HasEnded) ?? due.FirstOrDefault();
    }

    private Task StepAsync(string sessionId, SessionContent content, SessionDomain domain) => domain.State switch
    {
        DkTransferDomainState.Pending => transfer.SendAsync(sessionId, domain.Name, CancellationToken.None),
        DkTransferDomainState.Transferring => transfer.DoubtAsync(sessionId, domain, CancellationToken.None),
        DkTransferDomainState.Unknown => transfer.ReconcileAsync(sessionId, domain, CancellationToken.None),
        _ => settings.ApplyAsync(sessionId, content, domain, CancellationToken.None),
    };

    private async Task<SessionContent> ChangeAsync(string sessionId, SessionContent content, Func<SessionContent, SessionContent?> change) =>
        change(content) is null ? content : await records.ChangeAsync(sessionId, change, CancellationToken.None, times.LeaseEnd, isWorker: true).ConfigureAwait(false) ?? content;
}
