using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Recovery;

/// <summary>One pool's use of a journal: what it records, and which records are of commands still under way here.</summary>
internal sealed class PoolJournal(IEppCommandJournal journal, JournalRecords records, TimeProvider time, ILogger logger)
{
    public string NewId() => records.NewId();

    /// <exception cref="EppTimeoutException">The time ran out first; nothing was sent.</exception>
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
            throw new EppTimeoutException(EppTimeoutPhase.Writing, attempt.Deadline.Total, EppDelivery.NotSent, "EppOptions.Journal had not recorded the command yet.", e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The command was cancelled before it was sent.", e, cancellationToken);
        }
    }

    /// <summary>The response to the command is lost.</summary>
    /// <param name="id">The record's id.</param>
    /// <param name="gone">When no more bytes of the command can reach the registry.</param>
    public void Lost(string id, Task<long> gone) => records.Lost(id, gone);

    /// <summary>Settles a record in the background: a slow journal delays neither the response nor the session.</summary>
    public void Complete(string id)
    {
        var settling = CompleteAsync(id, CancellationToken.None);
        if (!settling.IsCompletedSuccessfully)
        {
            records.Background.Start(settling.AsTask);
        }
    }

    /// <summary>Never throws: what the registry has answered is not undone by a journal that fails.</summary>
    public async ValueTask CompleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await journal.CompleteAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Foreign code. The record stays, so that the command is reconciled once more.
            Log.JournalNotCompleted(logger, e);
        }

        JournalRecords.Forget(id);
    }

    /// <summary>The unsettled records of earlier processes and pools with the same account.</summary>
    public async ValueTask<IReadOnlyList<EppJournalRecord>> ReadLeftAsync(CancellationToken cancellationToken)
    {
        var requested = time.GetTimestamp();
        var indeterminate = await journal.ReadIncompleteAsync(cancellationToken).ConfigureAwait(false);
        return [.. indeterminate.Where(records.IsLeftBehind).Select(record => record.ByClock(time, requested))];
    }
}
