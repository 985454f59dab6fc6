using EppClient.Protocol;

namespace EppClient;

/// <summary>What <see cref="EppSessionPool.ReconcileJournalAsync"/> found out about one record.</summary>
public sealed class EppJournalFinding
{
    internal EppJournalFinding(EppJournalRecord record, EppReconciliation? reconciliation, EppException? failure)
    {
        Record = record;
        Reconciliation = reconciliation;
        Failure = failure;
    }

    /// <summary>The record.</summary>
    public EppJournalRecord Record { get; }

    /// <summary>What became of the command; null where the registry could not be asked.</summary>
    public EppReconciliation? Reconciliation { get; }

    /// <summary>Why the registry could not be asked; null where it was. The record stays in the journal.</summary>
    public EppException? Failure { get; }

    /// <summary>The command and what became of it.</summary>
    public override string ToString() => $"{Record}: {Reconciliation?.ToString() ?? Failure?.Message}";
}
