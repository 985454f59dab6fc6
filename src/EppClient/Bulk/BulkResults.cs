using EppClient.Diagnostics;
using EppClient.Protocol;

namespace EppClient.Bulk;

/// <summary>Makes results of answers, and hands them to the ledger and those who count.</summary>
internal sealed class BulkResults(EppBulkTask task, BulkLedger ledger, BulkMeter meter, BulkMetrics metrics, BulkBrake brake, TimeProvider time)
{
    public Task AnsweredAsync(EppBulkClaim claim, EppResponse answer, string? described) => EndAsync(Answered(claim, answer) with { Answer = described });

    /// <summary>It was carried out, and the task could not read the answer.</summary>
    public Task UndescribedAsync(EppBulkClaim claim, EppResponse answer, string failure) => EndAsync(Answered(claim, answer) with
    {
        Message = $"Carried out. What the task was to keep of the answer could not be read: {failure}",
    });

    public Task NothingToDoAsync(EppBulkClaim claim) =>
        EndAsync(Result(claim, EppBulkRowState.Done) with { Message = "Nothing was sent: the registry has it as wanted." });

    public Task RefusedAsync(EppBulkClaim claim, EppResponse answer) => EndAsync(Result(claim, EppBulkRowState.Failed) with
    {
        Code = answer.Code.Value,
        Message = TextOf(answer),
        Reason = ReasonOf(answer),
        ClientTransactionId = answer.ClientTransactionId,
        ServerTransactionId = answer.ServerTransactionId,
    });

    /// <summary>It failed without an answer of the registry.</summary>
    public Task FailedAsync(EppBulkClaim claim, string message) => EndAsync(Result(claim, EppBulkRowState.Failed) with { Message = message });

    /// <summary>The registry's answers to questions show that it was carried out.</summary>
    public Task AppliedAsync(EppBulkClaim claim, EppReconciliation found) => EndAsync(Result(claim, EppBulkRowState.Done) with
    {
        Code = found.IsPending ? EppResultCode.ActionPending.Value : null,
        Message = $"The answer was lost. {found.Explanation}",
        ClientTransactionId = found.Command.ClientTransactionId,
    });

    public Task UnknownAsync(EppBulkClaim claim, string transactionId, string explanation) =>
        EndAsync(Result(claim, EppBulkRowState.Unknown) with { Message = explanation, ClientTransactionId = transactionId });

    private EppBulkResult Answered(EppBulkClaim claim, EppResponse answer) => Result(claim, EppBulkRowState.Done) with
    {
        // An answer of automatic reconciliation is made here; the registry's own, with its code, is lost.
        Code = answer.Code.Value,
        Message = answer.Reconciliation?.Explanation ?? TextOf(answer),
        ClientTransactionId = answer.ClientTransactionId,
        ServerTransactionId = answer.ServerTransactionId,
    };

    private EppBulkResult Result(EppBulkClaim claim, EppBulkRowState state) =>
        new() { Number = claim.Number, Key = claim.Row.Key, State = state, EndedAt = time.GetUtcNow() };

    private async Task EndAsync(EppBulkResult result)
    {
        await ledger.NoteAsync(EppBulkEntry.End(result, task.HoldsSecrets && result.State == EppBulkRowState.Done)).ConfigureAwait(false);
        meter.Count(result.State);
        metrics.Ended(result.State switch
        {
            EppBulkRowState.Done => "done",
            EppBulkRowState.Failed => "failed",
            _ => "unknown",
        });
        if (result.State == EppBulkRowState.Done)
        {
            brake.RowSucceeded();
        }
        else if (result.State == EppBulkRowState.Failed)
        {
            brake.RowFailed(result.Message ?? "no text");
        }
    }

    private static string TextOf(EppResponse answer) => EppTextMask.Mask(answer.Results[0].Message);

    private static string? ReasonOf(EppResponse answer)
    {
        var reasons = string.Join("; ", answer.Results.SelectMany(result => result.Values).Where(value => value.Reason is not null));
        return reasons.Length == 0 ? null : reasons;
    }
}
