using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Recovery;

/// <summary>The use of a journal by one pool: what it records, and which records belong to commands in progress in this process.</summary>
internal sealed class PoolJournal(IEppCommandJournal journal, JournalRecords records, TimeProvider time, ILogger logger)
{
    public string NewId() => records.NewId();

    /// <exception cref="EppTimeoutException">The deadline passed; nothing was sent.</exception>
    /// <exception cref="EppJournalException">The journal failed; nothing was sent.</exception>
    public async ValueTask RecordAsync(string id, TransformAttempt attempt, TimeSpan limit, CancellationToken cancellationToken)
    {
        var record = records.Make(id, attempt);
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await journal.RecordAsync(record, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EppTimeoutException(EppTimeoutPhase.Writing, attempt.Deadline.Total, EppDelivery.NotSent, "EppRecoveryOptions.Journal had not recorded the command.", e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The command was cancelled before it was sent.", e, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            // The journal is user code and has cancelled by itself.
            throw new EppJournalException($"EppRecoveryOptions.Journal failed, so the command was not sent: {e.Message}", e);
        }
    }

    /// <summary>Called when the response to the command is lost.</summary>
    /// <param name="id">The record's id.</param>
    /// <param name="gone">When no more bytes of the command can reach the registry.</param>
    public void Lost(string id, Task<long> gone) => records.Lost(id, gone);

    /// <summary>Completes a record in the background: a slow journal delays neither the response nor the session.</summary>
    public void Complete(string id)
    {
        var settling = CompleteAsync(id, CancellationToken.None);
        if (!settling.IsCompletedSuccessfully)
        {
            records.Background.Start(settling.AsTask);
        }
    }

    /// <summary>Completes a record. Never throws: a failed journal does not invalidate the response of the registry.</summary>
    public async ValueTask CompleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await journal.CompleteAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // User code. The record stays, so the command is reconciled once more.
            Log.JournalNotCompleted(logger, e);
        }

        JournalRecords.Forget(id);
    }

    /// <summary>Returns the incomplete records of earlier processes and pools with the same account.</summary>
    /// <exception cref="EppJournalException">The journal cannot be read.</exception>
    public async ValueTask<IReadOnlyList<EppJournalRecord>> ReadLeftAsync(CancellationToken cancellationToken)
    {
        var requested = time.GetTimestamp();
        try
        {
            var indeterminate = await journal.ReadIncompleteAsync(cancellationToken).ConfigureAwait(false);
            return [.. indeterminate.Where(records.IsLeftBehind).Select(record => record.ByClock(time, requested))];
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EppJournalException($"EppRecoveryOptions.Journal could not be read: {e.Message}", e);
        }
    }
}
