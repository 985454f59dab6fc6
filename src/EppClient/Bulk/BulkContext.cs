using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Bulk;

/// <summary>The state that the parts of one run share.</summary>
/// <param name="Pool">The pool that sends the commands.</param>
/// <param name="Store">The store of the rows.</param>
/// <param name="Task">What the run does with each row.</param>
/// <param name="Options">The options of the run.</param>
/// <param name="Degree">The number of concurrent commands.</param>
/// <param name="Meter">Counts rows and commands.</param>
/// <param name="Metrics">Reports the counts to meter listeners.</param>
/// <param name="StopCondition">Stops the run early.</param>
/// <param name="Changed">Released when more rows were loaded.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The logger.</param>
internal sealed record BulkContext(
    EppSessionPool Pool,
    IEppBulkStore Store,
    EppBulkTask Task,
    EppBulkOptions Options,
    int Degree,
    BulkProgressCounter Meter,
    BulkMetrics Metrics,
    BulkStopCondition StopCondition,
    SemaphoreSlim Changed,
    TimeProvider Time,
    ILogger Logger)
{
    /// <summary>Queries the store; an exception stops the run.</summary>
    /// <param name="ask">The query.</param>
    /// <param name="stop">The token that cancels the query. A cancellation is not a failure of the store.</param>
    public async Task<T> QueryStoreAsync<T>(Func<IEppBulkStore, ValueTask<T>> ask, CancellationToken stop)
    {
        try
        {
            return await ask(Store).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not EppBulkException && !stop.IsCancellationRequested)
        {
            throw BulkStopCondition.StoreFailed(e);
        }
    }
}

/// <summary>The client that a task prepares rows with: it has bulk priority and sends only commands that read.</summary>
internal sealed class BulkQueryClient(IEppClient client, EppSendOptions sendOptions) : IEppClient
{
    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return EppResilience.OnlyReads(command)
            ? client.SendCoreAsync(command, options with { Priority = sendOptions.Priority, Timeout = options.Timeout ?? sendOptions.Timeout }, cancellationToken)
            : throw new InvalidOperationException(
                $"A bulk task tried to send {command.GetType().Name} while it prepared a row. It may only send commands that read. Return a command that changes something, so that the job records it before it is sent.");
    }
}
