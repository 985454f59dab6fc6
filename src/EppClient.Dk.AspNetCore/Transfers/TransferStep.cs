using Microsoft.Extensions.Logging;

namespace EppClient.Dk.AspNetCore;

/// <summary>
/// Transfers one domain: records the attempt, sends it, and records the outcome. A transfer without a response is not sent again before the registry shows that the
/// domain is not in the portfolio.
/// </summary>
internal sealed class TransferStep(TransferAccount account, SessionRecords records, WorkerTimes times, ILogger<TransferStep> logger)
{
    /// <summary>Sends the transfer of a domain that is pending.</summary>
    public async Task SendAsync(string sessionId, EppDomainName name, CancellationToken cancellationToken)
    {
        var sent = await ChangeAsync(sessionId, content => content.Send(name, records.Now), cancellationToken).ConfigureAwait(false);
        if (sent?.Find(name) is not { Token: { } token } domain)
        {
            return;
        }

        var attempt = domain.Attempts;
        try
        {
            using var limit = times.CreateCommandLimit();
            var ours = await account.Registrar.Domain(name.Ascii).TransferAsync(token, limit.Token).ConfigureAwait(false);
            await TransferredAsync(sessionId, name, ours.Info.Registrant, cancellationToken).ConfigureAwait(false);
        }
        catch (DkRefusedException e) when (!e.IsTransient && attempt == 1)
        {
            await RefuseAsync(sessionId, domain, e.Refusal.Reason, cancellationToken).ConfigureAwait(false);
        }
        catch (DkRefusedException e) when (!e.IsTransient)
        {
            // An earlier attempt may have used the token.
            await RefuseUnlessOursAsync(sessionId, domain, e.Refusal.Reason, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppException { Delivery: EppDelivery.NotSent } || (e is OperationCanceledException and not EppOutcomeUnknownCanceledException))
        {
            var next = times.RetryAfter(domain.Failures);
            FastTrackLog.RegistryNotReached(logger, FastTrackLog.Reference(sessionId), next.TotalSeconds, e);
            await ChangeAsync(sessionId, content => content.Retry(name, attempt, records.Now + next), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppException or EppOutcomeUnknownCanceledException or InvalidOperationException)
        {
            // Also a failure of the registry, and a transfer that was carried out but whose domain could not be read: that exception names the domain, which is not
            // logged, and has the cause inside.
            FastTrackLog.OutcomeUnknown(logger, FastTrackLog.Reference(sessionId), e as EppException ?? e.InnerException);
            await ChangeAsync(sessionId, content => content.Doubt(name, attempt, records.Now), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Continues with a domain whose transfer a process that was killed has left.</summary>
    public async Task DoubtAsync(string sessionId, SessionDomain domain, CancellationToken cancellationToken)
    {
        FastTrackLog.OutcomeUnknown(logger, FastTrackLog.Reference(sessionId), exception: null);
        await ChangeAsync(sessionId, content => content.Doubt(domain.Name, domain.Attempts, records.Now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Queries the registry about a transfer whose outcome is unknown.</summary>
    public async Task ReconcileAsync(string sessionId, SessionDomain domain, CancellationToken cancellationToken)
    {
        try
        {
            // Before the query: what it shows is at least as new.
            var isFinal = records.Now - domain.AttemptedAt >= times.ReconciliationDelay;
            if (await FindOursAsync(domain.Name).ConfigureAwait(false) is { } ours)
            {
                await TransferredAsync(sessionId, domain.Name, ours.Info.Registrant, cancellationToken).ConfigureAwait(false);
            }
            else if (isFinal)
            {
                await ChangeAsync(
                    sessionId,
                    content => domain.TokenExpires > records.Now ? content.Retry(domain.Name, domain.Attempts, records.Now) : content.Expire(domain.Name, domain.Attempts, records.Now),
                    cancellationToken).ConfigureAwait(false);
            }
            else
            {
                // The registry may still carry it out.
                await ChangeAsync(sessionId, content => content.Delay(domain.Name, domain.AttemptedAt!.Value + times.ReconciliationDelay), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (DkRefusedException e) when (!e.IsTransient)
        {
            await RefuseAsync(sessionId, domain, e.Refusal.Reason, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppException or OperationCanceledException)
        {
            await DelayAsync(sessionId, domain, e, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RefuseUnlessOursAsync(string sessionId, SessionDomain domain, DkRefusalReason reason, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindOursAsync(domain.Name).ConfigureAwait(false) is { } ours)
            {
                await TransferredAsync(sessionId, domain.Name, ours.Info.Registrant, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await RefuseAsync(sessionId, domain, reason, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is EppException or OperationCanceledException)
        {
            FastTrackLog.OutcomeUnknown(logger, FastTrackLog.Reference(sessionId), e);
            await ChangeAsync(sessionId, content => content.Doubt(domain.Name, domain.Attempts, records.Now), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DkRegistrarDomain?> FindOursAsync(EppDomainName name)
    {
        using var limit = times.CreateCommandLimit();
        return await account.Registrar.GetDomainAsync(name.Ascii, limit.Token).ConfigureAwait(false) as DkRegistrarDomain;
    }

    private async Task TransferredAsync(string sessionId, EppDomainName name, string? registrant, CancellationToken cancellationToken)
    {
        var changed = await ChangeAsync(sessionId, content => content.Transfer(name, registrant, records.Now), cancellationToken).ConfigureAwait(false);
        if (changed is not null)
        {
            FastTrackLog.DomainTransferred(logger, FastTrackLog.Reference(sessionId));
        }
    }

    private async Task RefuseAsync(string sessionId, SessionDomain domain, DkRefusalReason reason, CancellationToken cancellationToken)
    {
        // The registry refuses an expired token as it refuses a wrong one.
        var isExpired = reason == DkRefusalReason.Token && domain.TokenExpires <= records.Now;
        var changed = await ChangeAsync(
            sessionId,
            content => isExpired ? content.Expire(domain.Name, domain.Attempts, records.Now) : content.Refuse(domain.Name, domain.Attempts, reason, records.Now),
            cancellationToken).ConfigureAwait(false);
        if (changed is not null)
        {
            FastTrackLog.DomainRefused(logger, FastTrackLog.Reference(sessionId), reason);
        }
    }

    private async Task DelayAsync(string sessionId, SessionDomain domain, Exception cause, CancellationToken cancellationToken)
    {
        var next = times.RetryAfter(domain.Failures);
        FastTrackLog.RegistryNotReached(logger, FastTrackLog.Reference(sessionId), next.TotalSeconds, cause);
        await ChangeAsync(sessionId, content => content.Delay(domain.Name, records.Now + next), cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<SessionContent?> ChangeAsync(string sessionId, Func<SessionContent, SessionContent?> change, CancellationToken cancellationToken) =>
        records.ChangeAsync(sessionId, change, cancellationToken, times.LeaseEnd, isWorker: true);
}
