using Microsoft.Extensions.Logging;

namespace EppClient.Dk.AspNetCore;

/// <summary>Applies the registrar's settings to a transferred domain. Only differences are sent, so a repetition changes nothing.</summary>
internal sealed class SettingsStep(TransferAccount account, DkFastTrackPolicy policy, SessionRecords records, WorkerTimes times, ILogger<SettingsStep> logger)
{
    public async Task ApplyAsync(string sessionId, SessionContent content, SessionDomain domain, CancellationToken cancellationToken)
    {
        var name = domain.Name;
        try
        {
            var settings = await policy.GetSettingsAsync(content.ToSession(sessionId), domain.ToSessionDomain(), cancellationToken).ConfigureAwait(false);
            var (registrant, refusal) = await ApplyAsync(name, settings).ConfigureAwait(false);
            if (refusal is { } reason)
            {
                FastTrackLog.SettingsRefused(logger, FastTrackLog.Reference(sessionId), reason);
            }

            await ChangeAsync(sessionId, current => current.Configure(name, registrant, refusal, records.Now), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A policy of the user may throw any exception; the domain is transferred, and its settings are tried again.
            var next = times.RetryAfter(domain.Failures);
            FastTrackLog.SettingsFailed(logger, FastTrackLog.Reference(sessionId), next.TotalSeconds, e);
            await ChangeAsync(sessionId, current => current.Delay(name, records.Now + next), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(string? Registrant, DkRefusalReason? Refusal)> ApplyAsync(EppDomainName name, DkTransferSettings settings)
    {
        using var limit = times.CreateCommandLimit();
        string? registrant = null;
        try
        {
            if (await account.Registrar.GetDomainAsync(name.Ascii, limit.Token).ConfigureAwait(false) is not DkRegistrarDomain ours)
            {
                // Transferred on, to another registrar.
                return (null, DkRefusalReason.MissingRole);
            }

            registrant = ours.Info.Registrant;
            if (settings.AutoRenew is { } autoRenew)
            {
                await ours.SetAutoRenewAsync(autoRenew, limit.Token).ConfigureAwait(false);
            }

            if (settings.NameServers.Count > 0)
            {
                var change = await ours.SetNameServersAsync(settings.NameServers, settings.DsRecords, limit.Token).ConfigureAwait(false);
                return (registrant, change.DsRefusal?.Reason);
            }

            if (settings.DsRecords is { } records)
            {
                await ours.SetDsRecordsAsync(records, limit.Token).ConfigureAwait(false);
            }

            return (registrant, null);
        }
        catch (DkRefusedException e) when (!e.IsTransient)
        {
            return (registrant, e.Refusal.Reason);
        }
    }

    private ValueTask<SessionContent?> ChangeAsync(string sessionId, Func<SessionContent, SessionContent?> change, CancellationToken cancellationToken) =>
        records.ChangeAsync(sessionId, change, cancellationToken, times.LeaseEnd, isWorker: true);
}
