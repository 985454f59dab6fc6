using Polly;

namespace EppClient;

/// <summary>What happens when a command fails, or when its response is lost.</summary>
public sealed record EppRecoveryOptions
{
    /// <summary>
    /// The pipeline that retries commands. Default: up to two more tries, after 0.2 s and 0.4 s with jitter, of commands that were not sent or only
    /// read; a transform that may have reached the registry is never sent again. <see cref="ResiliencePipeline.Empty"/> turns
    /// retries off.
    /// </summary>
    public ResiliencePipeline? RetryPipeline { get; init; }

    /// <summary>
    /// What happens when a command that changes something gets no response. Default: <see cref="EppReconciliationMode.Manual"/>, the
    /// caller decides.
    /// </summary>
    public EppReconciliationMode Reconciliation { get; init; }

    /// <summary>
    /// Where commands that change something are recorded before they are sent, so that those without a response can be reconciled
    /// after a crash: <see cref="EppSessionPool.ReconcileJournalAsync"/>. The pool does not dispose it. Default: null, nowhere.
    /// </summary>
    public IEppCommandJournal? Journal { get; init; }

    internal void Validate(OptionFaults faults) => faults.RequireDefined("EppRecoveryOptions.Reconciliation", Reconciliation);
}
