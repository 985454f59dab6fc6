using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace EppClient.Dk.AspNetCore;

/// <summary>Reads and writes sessions: encrypts their content, and repeats changes that another writer has overtaken.</summary>
internal sealed class SessionRecords(
    IDkTransferSessionStore store, IDataProtectionProvider protection, SessionSignal signal, FastTrackMetrics metrics, TimeProvider time, ILogger<SessionRecords> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("EppClient.Dk.AspNetCore.FastTrack", "v1");

    public DateTimeOffset Now => time.GetUtcNow();

    /// <returns>Whether it was added: false if another active session has one of its domains.</returns>
    public async ValueTask<bool> TryAddAsync(string id, SessionContent content, TimeSpan retention, CancellationToken cancellationToken)
    {
        var isAdded = await store.TryAddAsync(Record(id, 1, content, content.DueAt, content.OfferedAt + retention), cancellationToken).ConfigureAwait(false);
        signal.Set();
        return isAdded;
    }

    public async ValueTask<SessionContent?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } record ? ContentOf(record) : null;

    public async ValueTask<(string Id, SessionContent Content)?> FindByLinkAsync(string link, CancellationToken cancellationToken) =>
        await store.FindByLinkAsync(SessionLink.HashOf(link), cancellationToken).ConfigureAwait(false) is { } record && ContentOf(record) is { } content
            ? (record.Id, content)
            : null;

    public ValueTask<IReadOnlyList<string>> FindActiveAsync(IReadOnlyList<string> domains, CancellationToken cancellationToken) => store.FindActiveAsync(domains, cancellationToken);

    public ValueTask<string?> FindByDomainAsync(string domain, CancellationToken cancellationToken) => store.FindByDomainAsync(domain, cancellationToken);

    /// <summary>Changes a session as soon as no other writer is faster.</summary>
    /// <param name="id">The session.</param>
    /// <param name="change">Returns the new content, or null to change nothing. Called again if another writer was faster.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <param name="lease">Until when the caller keeps the session for itself; null to release it, or not to change that.</param>
    /// <param name="isWorker">Whether the caller is the worker, which has the lease. Others leave a lease as it is.</param>
    /// <returns>The new content; null if there is no such session or nothing was changed.</returns>
    public async ValueTask<SessionContent?> ChangeAsync(
        string id, Func<SessionContent, SessionContent?> change, CancellationToken cancellationToken, DateTimeOffset? lease = null, bool isWorker = false)
    {
        while (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } record)
        {
            if (ContentOf(record) is not { } content || change(content) is not { } changed)
            {
                return null;
            }

            var isLeased = !isWorker && content.State == DkTransferSessionState.Transferring && record.DueAt > Now;
            var due = lease ?? (isLeased ? record.DueAt : changed.DueAt);
            if (await store.TryUpdateAsync(Record(id, record.Version, changed, due, record.DeleteAt), cancellationToken).ConfigureAwait(false))
            {
                signal.Set();
                metrics.Changed(content, changed);
                return changed;
            }
        }

        return null;
    }

    /// <summary>Takes the lease of a session that is due.</summary>
    /// <returns>The content; null if another process has taken it, or it cannot be decrypted.</returns>
    public async ValueTask<SessionContent?> ClaimAsync(string id, TimeSpan lease, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } record || record.DueAt is not { } due || due > Now)
        {
            return null;
        }

        if (ContentOf(record) is not { } content)
        {
            // Without its key the session cannot be continued. It stays in the store, and is not tried again and again.
            await store.TryUpdateAsync(record with { DueAt = null }, cancellationToken).ConfigureAwait(false);
            return null;
        }

        return await store.TryUpdateAsync(record with { DueAt = Now + lease }, cancellationToken).ConfigureAwait(false) ? content : null;
    }

    private DkTransferSessionRecord Record(string id, long version, SessionContent content, DateTimeOffset? due, DateTimeOffset delete) => new(
        id,
        version,
        content.Link is { } link ? SessionLink.HashOf(link) : null,
        [.. content.Domains.Select(domain => domain.Name.Ascii)],
        content.EndedAt is null,
        due,
        delete,
        _protector.Protect(JsonSerializer.Serialize(content, SessionJson.Default.SessionContent)));

    private SessionContent? ContentOf(DkTransferSessionRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize(_protector.Unprotect(record.Content), SessionJson.Default.SessionContent);
        }
        catch (CryptographicException e)
        {
            FastTrackLog.SessionUnreadable(logger, FastTrackLog.Reference(record.Id), e);
            return null;
        }
    }
}
