using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Bulk;

/// <summary>What the parts of one run share.</summary>
/// <param name="Pool">Over which it sends.</param>
/// <param name="Store">Where its rows are.</param>
/// <param name="Task">What it does with them.</param>
/// <param name="Options">How it works.</param>
/// <param name="Degree">How many commands are under way at once.</param>
/// <param name="Meter">Counts what it does.</param>
/// <param name="Metrics">Tells that to whoever measures.</param>
/// <param name="Brake">Ends it before its end.</param>
/// <param name="News">Released when further rows were loaded.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Where logs go.</param>
internal sealed record BulkContext(
    EppSessionPool Pool,
    IEppBulkStore Store,
    EppBulkTask Task,
    EppBulkOptions Options,
    int Degree,
    BulkMeter Meter,
    BulkMetrics Metrics,
    BulkBrake Brake,
    SemaphoreSlim News,
    TimeProvider Time,
    ILogger Logger)
{
    /// <summary>Asks the store; what it throws is the reason to stop.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="stop">What ends the question without the store having failed.</param>
    public async Task<T> AskStoreAsync<T>(Func<IEppBulkStore, ValueTask<T>> ask, CancellationToken stop)
    {
        try
        {
            return await ask(Store).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not EppBulkException && !stop.IsCancellationRequested)
        {
            throw BulkBrake.StoreFailed(e);
        }
    }
}
