using EppClient.Dk.AspNetCore;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>
/// A store that fails at a write, before or after it is carried out, and at each later call: what a process leaves that is killed at this moment.
/// </summary>
internal sealed class StoppingStore(IDkTransferSessionStore store) : IDkTransferSessionStore
{
    private int _writes;

    public Exception Failure { get; init; } = new IOException("The process was killed.");

    /// <summary>The number of the write that is not carried out.</summary>
    public int? StopsBeforeWrite { get; init; }

    /// <summary>The number of the write that is carried out and not confirmed.</summary>
    public int? StopsAfterWrite { get; init; }

    public bool HasStopped { get; private set; }

    /// <summary>Ends the process now.</summary>
    public void Stop() => HasStopped = true;

    public ValueTask<bool> TryAddAsync(DkTransferSessionRecord record, CancellationToken cancellationToken) => WriteAsync(() => store.TryAddAsync(record, cancellationToken));

    public ValueTask<bool> TryUpdateAsync(DkTransferSessionRecord record, CancellationToken cancellationToken) => WriteAsync(() => store.TryUpdateAsync(record, cancellationToken));

    public ValueTask<DkTransferSessionRecord?> FindAsync(string id, CancellationToken cancellationToken) => Read().FindAsync(id, cancellationToken);

    public ValueTask<DkTransferSessionRecord?> FindByLinkAsync(string linkHash, CancellationToken cancellationToken) => Read().FindByLinkAsync(linkHash, cancellationToken);

    public ValueTask<IReadOnlyList<string>> FindActiveAsync(IReadOnlyList<string> domains, CancellationToken cancellationToken) => Read().FindActiveAsync(domains, cancellationToken);

    public ValueTask<string?> FindByDomainAsync(string domain, CancellationToken cancellationToken) => Read().FindByDomainAsync(domain, cancellationToken);

    public ValueTask<IReadOnlyList<string>> FindDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => Read().FindDueAsync(now, most, cancellationToken);

    public ValueTask DeleteOldAsync(DateTimeOffset now, CancellationToken cancellationToken) => Read().DeleteOldAsync(now, cancellationToken);

    private IDkTransferSessionStore Read() => HasStopped ? throw Failure : store;

    private async ValueTask<bool> WriteAsync(Func<ValueTask<bool>> write)
    {
        var number = Interlocked.Increment(ref _writes);
        HasStopped |= number == StopsBeforeWrite;
        Read();
        var result = await write();
        HasStopped |= number == StopsAfterWrite;
        Read();
        return result;
    }
}
