using EppClient.Bulk;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>A job in memory whose lease the test controls.</summary>
internal sealed class LeasedStore : IEppBulkStore
{
    private readonly EppMemoryBulkStore _store = new();

    public static TimeSpan Length => TimeSpan.FromMinutes(1);

    public TimeSpan? Lease => Length;

    /// <summary>Called once, after the first command is recorded and before its process is notified.</summary>
    public Func<Task>? Recorded { get; set; }

    /// <summary>The result of a renewal: true, false if the lease has ended, or no result.</summary>
    public Func<CancellationToken, Task<bool>> Renew { get; set; } = _ => Task.FromResult(true);

    /// <summary>Whether the next write reports that its rows belong to another process.</summary>
    public bool LosesNext { get; set; }

    /// <summary>The exception of the next claim; null if it succeeds.</summary>
    public Exception? ClaimFailure { get; set; }

    /// <summary>All written entries, in order.</summary>
    public List<EppBulkEntry> Written { get; } = [];

    /// <summary>The rows at each close of the job.</summary>
    public List<IReadOnlyList<EppBulkResult>> Closed { get; } = [];

    public ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken) => _store.OpenAsync(task, account, cancellationToken);

    public ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken) => _store.ReadStatusAsync(cancellationToken);

    public ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken) => _store.AppendAsync(after, rows, cancellationToken);

    public ValueTask CompleteLoadingAsync(CancellationToken cancellationToken) => _store.CompleteLoadingAsync(cancellationToken);

    public ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken) =>
        ClaimFailure is null ? _store.ClaimAsync(most, cancellationToken) : throw ClaimFailure;

    public async ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken)
    {
        if (LosesNext)
        {
            LosesNext = false;
            return [.. entries.Select(entry => entry.Number)];
        }

        var lost = await _store.WriteAsync(entries, cancellationToken);
        Written.AddRange(entries);
        if (Recorded is { } recorded && entries.Any(entry => entry.Started is not null))
        {
            Recorded = null;
            await recorded();
        }

        return lost;
    }

    public async ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => await Renew(cancellationToken);

    public async ValueTask<bool> TryRenewLeaseAsync(CancellationToken cancellationToken) => await Renew(cancellationToken);

    public async ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        Closed.Add(await ReadResultsAsync(cancellationToken).ToListAsync(cancellationToken));
        await _store.CloseAsync(cancellationToken);
    }

    public ValueTask<long> RequeueAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken) => _store.RequeueAsync(state, key, cancellationToken);

    public IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken) => _store.ReadResultsAsync(cancellationToken);
}
