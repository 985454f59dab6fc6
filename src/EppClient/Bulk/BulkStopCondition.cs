namespace EppClient.Bulk;

/// <summary>Ends a run before its end: because its caller pauses it, or for the first reason that makes going on senseless.</summary>
internal sealed class BulkStopCondition : IDisposable
{
    private readonly EppBulkOptions _options;
    private readonly CancellationTokenSource _stop;
    private Exception? _reason;
    private int _failuresInARow;

    public BulkStopCondition(EppBulkOptions options, CancellationToken paused) =>
        (_options, _stop) = (options, CancellationTokenSource.CreateLinkedTokenSource(paused));

    /// <summary>Cancelled when nothing new is to begin.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Why the run stops; null where it does not, or is paused.</summary>
    public Exception? Reason => Volatile.Read(ref _reason);

    public void Stop(EppBulkStopReason reason, string message, Exception? cause) => Stop(new EppBulkStoppedException(reason, message, cause));

    /// <summary>For what is no ordinary reason, such as a task with a bug.</summary>
    public void Stop(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            _stop.Cancel();
        }
    }

    public void RowSucceeded() => Volatile.Write(ref _failuresInARow, 0);

    public void RowFailed(string message)
    {
        if (Interlocked.Increment(ref _failuresInARow) >= _options.MaxFailuresInARow)
        {
            Stop(
                EppBulkStopReason.TooManyFailures,
                $"{_options.MaxFailuresInARow} rows failed one after the other, the last one with: {message} Fix the cause, reopen the failed rows, and run the job again; or raise EppBulkOptions.MaxFailuresInARow.",
                null);
        }
    }

    /// <summary>The reason when the store, which is user code, failed.</summary>
    public static EppBulkStoppedException StoreFailed(Exception failure) => new(
        EppBulkStopReason.StoreFailed, $"The job's store failed: {failure.Message} Fix the cause and run the job again; the outcomes of rows in flight are reconciled first.", failure);

    /// <summary>Never throws: a failure stops the run in an orderly way.</summary>
    /// <param name="work">The work.</param>
    /// <param name="stop">Ends the work without a failure.</param>
    public async Task GuardAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Paused or stopped.
        }
        catch (Exception e)
        {
            Stop(e);
        }
    }

    public void Dispose() => _stop.Dispose();
}
