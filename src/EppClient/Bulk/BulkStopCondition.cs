namespace EppClient.Bulk;

/// <summary>Stops a run early: when the caller pauses it, or at the first failure that makes continuing pointless.</summary>
internal sealed class BulkStopCondition : IDisposable
{
    private readonly EppBulkOptions _options;
    private readonly CancellationTokenSource _stop;
    private Exception? _reason;
    private int _failuresInARow;

    public BulkStopCondition(EppBulkOptions options, CancellationToken paused) =>
        (_options, _stop) = (options, CancellationTokenSource.CreateLinkedTokenSource(paused));

    /// <summary>Cancelled when no new work may begin.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The reason why the run stops; null if it does not, or is paused.</summary>
    public Exception? Reason => Volatile.Read(ref _reason);

    public void Stop(EppBulkStopReason reason, string message, Exception? cause) => Stop(new EppBulkStoppedException(reason, message, cause));

    /// <summary>Stops the run for a reason without an <see cref="EppBulkStopReason"/>, such as a bug in the task.</summary>
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
                $"{_options.MaxFailuresInARow} consecutive rows failed, the last one with: {message} Fix the cause, reopen the failed rows, and run the job again; or raise EppBulkOptions.MaxFailuresInARow.",
                null);
        }
    }

    /// <summary>Creates the exception for a failure of the store, which is user code.</summary>
    public static EppBulkStoppedException StoreFailed(Exception failure) => new(
        EppBulkStopReason.StoreFailed, $"The job's store failed: {failure.Message} Fix the cause and run the job again; the outcomes of rows in flight are reconciled first.", failure);

    /// <summary>Does work and never throws: a failure stops the run.</summary>
    /// <param name="work">The work.</param>
    /// <param name="stop">The token that cancels the work. A cancellation is not a failure.</param>
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
