using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>Finds out what became of commands that got no answer.</summary>
internal sealed class OutcomeDesk(EppOptions options, EppSchemaSet schemas, TimeProvider time)
{
    public EppReconciliationMode Mode => options.Reconciliation;

    /// <summary>What is known of a command whose answer was lost.</summary>
    public EppUnsettledCommand Unsettled(CommandAttempt attempt, IRegistryQuestions registry)
    {
        var request = attempt.Request;
        return new EppUnsettledCommand(
            attempt.Command,
            () => StoredCommand.Read(request, options.Profile, schemas).Extensions,
            attempt.TransactionId,
            attempt.WrittenAt,
            async (command, token) =>
            {
                var reconciliation = await ReconcileAsync(command, registry, token).ConfigureAwait(false);
                if (reconciliation.Verdict != EppReconciliationVerdict.CannotTell)
                {
                    await attempt.SettledAsync().ConfigureAwait(false);
                }

                return reconciliation;
            })
        {
            WrittenTimestamp = attempt.WrittenTimestamp,
        };
    }

    /// <summary>A command that an earlier process recorded; null where no schema of the profile knows its object any more.</summary>
    public EppUnsettledCommand? Unsettled(EppJournalRecord record, JournalKeeper? journal, IRegistryQuestions registry)
    {
        var stored = StoredCommand.Read(record.Message, options.Profile, schemas);
        return stored.Command is null ? null : new EppUnsettledCommand(
            stored.Command,
            () => stored.Extensions,
            record.ClientTransactionId,
            record.WrittenAt,
            async (command, token) =>
            {
                var reconciliation = await ReconcileAsync(command, registry, token).ConfigureAwait(false);
                if (journal is not null && reconciliation.Verdict != EppReconciliationVerdict.CannotTell)
                {
                    await journal.SettleAsync(record.Id).ConfigureAwait(false);
                }

                return reconciliation;
            })
        {
            IsFromJournal = true,
        };
    }

    private static async Task<EppReconciliation> AskAsync(IEppReconciler reconciler, EppInquiry inquiry, CancellationToken cancellationToken)
    {
        try
        {
            return await reconciler.ReconcileAsync(inquiry, cancellationToken).ConfigureAwait(false);
        }
        catch (EppUnreadableMemberException e)
        {
            return inquiry.CannotTell($"The registry's answer lacks what would settle it. {e.Message}");
        }
    }

    private async Task<EppReconciliation> ReconcileAsync(EppUnsettledCommand command, IRegistryQuestions registry, CancellationToken cancellationToken)
    {
        var reconciler = options.Profile.Reconcilers.FirstOrDefault(candidate => candidate.CanReconcile(command));
        if (reconciler is null)
        {
            return Inquiry().CannotTell(
                $"No reconciler knows how to ask about {CommandNames.Of(command.Command)} ({command.Command.GetType().Name}). Add one to EppProfile.Reconcilers.");
        }

        while (true)
        {
            var left = options.Profile.SettlingTime - command.AtLeastAgo(time);
            var reconciliation = await AskAsync(reconciler, Inquiry(), cancellationToken).ConfigureAwait(false);

            // What shows, stands. What does not show yet may be under way.
            if (reconciliation.Verdict == EppReconciliationVerdict.Applied || left <= TimeSpan.Zero || reconciliation.IsRepeatable)
            {
                return reconciliation;
            }

            await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
        }

        EppInquiry Inquiry() => new(command, registry, options.SponsorId ?? options.ClientId, options.SponsorId is not null, time);
    }
}
