using System.Collections.Concurrent;

namespace EppClient.TestSupport.Outcomes;

/// <summary>Sends commands, counts their outcomes, reconciles unknown outcomes, and compares each with the state of the registry.</summary>
public sealed class OutcomeTally
{
    private const int MostWrong = 100;

    private readonly ConcurrentDictionary<string, int> _counts = new();
    private int _inFlight;

    /// <summary>The first outcomes that contradict the state of the registry.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    public int Total => this["completed"] + this["rejected"] + this["not sent"] + this["unknown"];

    /// <summary>The number of commands in progress.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    public override string ToString() => string.Join(", ", _counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));

    public int this[string outcome] => _counts.GetValueOrDefault(outcome);

    /// <summary>Sends the command and determines its outcome.</summary>
    /// <returns>Whether the registry has applied the command.</returns>
    public async Task<bool> CountAsync(EppSessionPool pool, ExpectedEffect effect)
    {
        Interlocked.Increment(ref _inFlight);
        try
        {
            return await CompleteAsync(effect, await pool.SendForOutcomeAsync(effect.Command));
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<bool> CompleteAsync(ExpectedEffect effect, EppOutcome outcome)
    {
        switch (outcome)
        {
            case EppCompleted done:
                Count("completed");
                if (done.Response.Reconciliation is not null)
                {
                    Count("reconciled");
                }

                return Check(effect, isApplied: true, done.ToString());
            case EppRejected refused:
                Count("rejected");
                return Check(effect, isApplied: false, refused.ToString());
            case EppNotSent failed:
                Count("not sent");
                return Check(effect, isApplied: false, failed.ToString());
            case EppOutcomeUnknown { IndeterminateCommand: null }:
                Count("unknown");
                return Report(EppResilience.OnlyReads(effect.Command), $"{effect.Command.GetType().Name} is a transform command and cannot be reconciled.");
            case EppOutcomeUnknown { IndeterminateCommand: { } unsettled }:
                Count("unknown");
                return await ReconcileAsync(effect, unsettled);
            case var other:
                return Report(false, $"{effect.Command.GetType().Name}: {other}");
        }
    }

    private async Task<bool> ReconcileAsync(ExpectedEffect effect, EppIndeterminateCommand unsettled)
    {
        var reconciliation = await Eventually.SucceedsAsync(() => unsettled.ReconcileAsync());
        Count(reconciliation.Status.ToString());
        return reconciliation.Status == EppReconciliationStatus.Indeterminate
            ? Report(false, $"{effect.Command.GetType().Name}: {reconciliation}")
            : Check(effect, reconciliation.Status == EppReconciliationStatus.Applied, reconciliation.ToString());
    }

    private bool Check(ExpectedEffect effect, bool isApplied, string outcome)
    {
        Report(
            EppResilience.OnlyReads(effect.Command) || effect.IsMet() == isApplied,
            $"{effect.Command.GetType().Name} ended as {outcome}, but the state of the registry contradicts this.");
        return isApplied;
    }

    private bool Report(bool isRight, string problem)
    {
        if (!isRight && Wrong.Count < MostWrong)
        {
            Wrong.Enqueue(problem);
        }

        return isRight;
    }

    private void Count(string outcome) => _counts.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
}
