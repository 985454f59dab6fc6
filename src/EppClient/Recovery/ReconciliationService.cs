using EppClient.Diagnostics;
using EppClient.Protocol;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Recovery;

/// <summary>Determines the outcome of commands that got no response.</summary>
internal sealed class ReconciliationService(EppOptions options, EppSchemaSet schemas, JournalRecords records, TimeProvider time, ILogger logger)
{
    public EppReconciliationMode Mode => options.Recovery.Reconciliation;

    /// <summary>Creates the description of a command whose response was lost.</summary>
    public EppIndeterminateCommand CreateIndeterminate(TransformAttempt attempt, IRegistryQueries registry)
    {
        var request = attempt.Request;
        return new EppIndeterminateCommand(
            attempt.Command,
            () => StoredCommand.Read(request, options.Profile, schemas).Extensions,
            attempt.TransactionId,
            attempt.WrittenAt,
            async (command, token) =>
            {
                var reconciliation = await ReconcileAsync(command, registry, token).ConfigureAwait(false);
                if (reconciliation.Status != EppReconciliationStatus.Indeterminate)
                {
                    await attempt.CompletedAsync(token).ConfigureAwait(false);
                }

                return reconciliation;
            })
        {
            WrittenTimestamp = attempt.WrittenTimestamp,
            Gone = attempt.SessionClosed,
        };
    }

    /// <summary>Creates the description of a command that an earlier process recorded; null if no schema of the profile defines its object any more.</summary>
    public EppIndeterminateCommand? CreateIndeterminate(EppJournalRecord record, PoolJournal? journal, IRegistryQueries registry)
    {
        var gone = records.GoneOf(record);
        var stored = StoredCommand.Read(record.Message, options.Profile, schemas);
        return stored.Command is null ? null : new EppIndeterminateCommand(
            stored.Command,
            () => stored.Extensions,
            record.ClientTransactionId,
            record.WrittenAt,
            async (command, token) =>
            {
                var reconciliation = await ReconcileAsync(command, registry, token).ConfigureAwait(false);
                if (reconciliation.Status != EppReconciliationStatus.Indeterminate)
                {
                    if (journal is not null)
                    {
                        await journal.CompleteAsync(record.Id, token).ConfigureAwait(false);
                    }

                    JournalRecords.Forget(record.Id);
                }

                return reconciliation;
            })
        {
            IsFromJournal = true,
            RegistryTime = record.RegistryTime,
            Gone = gone,
        };
    }

    private async Task<EppReconciliation> ReconcileAsync(EppIndeterminateCommand command, IRegistryQueries registry, CancellationToken cancellationToken)
    {
        var reconciler = options.Profile.Reconcilers.FirstOrDefault(candidate => candidate.CanReconcile(command));
        if (reconciler is null)
        {
            return Inquiry().Indeterminate(
                $"No reconciler handles {CommandNames.Of(command.Command)} ({command.Command.GetType().Name}). Add one to EppProfile.Reconcilers.");
        }

        if (!await IsOverAsync(command).ConfigureAwait(false))
        {
            // A visible change is final. A change that is not visible may still be in progress: only a query after the command has ended proves that there is
            // none.
            var early = await QueryAsync(reconciler, Inquiry(), cancellationToken).ConfigureAwait(false);
            if (early.Status == EppReconciliationStatus.Applied || early.IsRepeatable)
            {
                return early;
            }

            await WhenOverAsync(command, cancellationToken).ConfigureAwait(false);
        }

        return await QueryAsync(reconciler, Inquiry(), cancellationToken).ConfigureAwait(false);

        EppReconciliationContext Inquiry() => new(command, registry, options.SponsorId ?? options.ClientId, options.SponsorId is not null, time);
    }

    private async ValueTask<EppReconciliation> QueryAsync(IEppReconciler reconciler, EppReconciliationContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await reconciler.ReconcileAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (EppUnreadableMemberException e)
        {
            return context.Indeterminate($"The registry's response lacks the information that decides the outcome. {e.Message}");
        }
        catch (EppProtocolException e) when (e.XmlFault is null)
        {
            // A second query would return the same response. A malformed response may have been damaged in transit.
            return context.Indeterminate($"The registry's response does not decide the outcome. {e.Message}.");
        }
        catch (Exception e) when (e is not (EppException or ObjectDisposedException or OutOfMemoryException)
            && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // User code may throw any exception; the outcome is then still reported as unknown.
            Log.ReconcilerFailed(logger, reconciler.GetType().Name, e);
            return context.Indeterminate($"The reconciler {reconciler.GetType().Name} failed ({e.GetType().Name}); see the log for the exception.");
        }
    }

    /// <summary>Whether no more bytes of the command can reach the registry, and the registry has had time to carry it out.</summary>
    private async ValueTask<bool> IsOverAsync(EppIndeterminateCommand command) =>
        command.Gone.IsCompleted && time.GetElapsedTime(await command.Gone.ConfigureAwait(false)) >= options.Profile.ReconciliationDelay;

    private async Task WhenOverAsync(EppIndeterminateCommand command, CancellationToken cancellationToken)
    {
        var gone = await command.Gone.WaitAsync(cancellationToken).ConfigureAwait(false);
        for (var left = Left(); left > TimeSpan.Zero; left = Left())
        {
            // Timers and timestamps come from different clocks: a timer can be early.
            await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
        }

        TimeSpan Left() => TimeSpan.FromMilliseconds(Math.Ceiling((options.Profile.ReconciliationDelay - time.GetElapsedTime(gone)).TotalMilliseconds));
    }
}
