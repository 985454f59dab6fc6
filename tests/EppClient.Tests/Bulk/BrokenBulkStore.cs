using EppClient.Bulk;

namespace EppClient.Tests.Bulk;

/// <summary>A store in which every call fails.</summary>
internal sealed class BrokenBulkStore(Exception failure) : IEppBulkStore
{
    public TimeSpan? Lease => null;

    public ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken) => throw failure;

    public ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken) => throw failure;

    public ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken) => throw failure;

    public ValueTask CompleteLoadingAsync(CancellationToken cancellationToken) => throw failure;

    public ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken) => throw failure;

    public ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken) => throw failure;

    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => throw failure;

    public ValueTask CloseAsync(CancellationToken cancellationToken) => throw failure;

    public ValueTask<long> RequeueAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken) => throw failure;

    public IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken) => throw failure;
}
