using EppClient.Bulk;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.Tests.Bulk;

/// <summary>The effect of a store failure on the run.</summary>
public sealed class BulkContextTests
{
    private static readonly CancellationToken Stopped = new(canceled: true);

    [Fact]
    public async Task Failure_of_the_store_stops_the_run_with_its_reason()
    {
        var failure = new IOException("The disk is full.");

        var stopped = (await Asking(failure, CancellationToken.None).Should().ThrowAsync<EppBulkStoppedException>()).Which;

        (stopped.Reason, stopped.InnerException).Should().Be((EppBulkStopReason.StoreFailed, failure));
    }

    [Fact]
    public async Task EppBulkException_of_the_store_is_not_a_store_failure()
    {
        var refusal = new EppBulkException("Another account began the job.");

        (await Asking(refusal, CancellationToken.None).Should().ThrowAsync<EppBulkException>()).Which.Should().BeSameAs(refusal);
    }

    [Fact]
    public async Task Query_that_ends_because_the_run_stops_is_not_a_failure_of_the_store() =>
        await Asking(new OperationCanceledException(Stopped), Stopped).Should().ThrowAsync<OperationCanceledException>();

    private static Func<Task> Asking(Exception failure, CancellationToken stop)
    {
        var store = new BrokenBulkStore(failure);
        var run = new BulkContext(null!, store, null!, new EppBulkOptions(), 1, null!, null!, null!, null!, TimeProvider.System, NullLogger.Instance);
        return () => run.QueryStoreAsync(requested => requested.ClaimAsync(1, stop), stop);
    }
}
