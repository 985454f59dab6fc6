using EppClient.Diagnostics;
using EppClient.Protocol;

namespace EppClient.Bulk;

/// <summary>Creates results from responses, and passes them to the store, the progress and the metrics.</summary>
internal sealed class BulkResults(EppBulkTask task, BulkStoreWriter writer, BulkProgressCounter meter, BulkMetrics metrics, BulkStopCondition stopCondition, TimeProvider time)
{
    public Task CompletedAsync(EppBulkClaim claim, EppResponse response, string? described) => EndAsync(Completed(claim, response) with { Value = described });

    /// <summary>The command was carried out, but the task could not read the response.</summary>
    public Task UndescribedAsync(EppBulkClaim claim, EppResponse response, string failure) => EndAsync(Completed(claim, response) with
    {
        Message = $"Carried out. The task could not read the response: {failure}",
    });

    public Task NothingToDoAsync(EppBulkClaim claim) =>
        EndAsync(Result(claim, EppBulkRowState.Done) with { Message = "Nothing was sent: the registry already has the requested data." });

    public Task RefusedAsync(EppBulkClaim claim, EppResponse response) => EndAsync(Result(claim, EppBulkRowState.Failed) with
    {
        Code = response.Code.Value,
        Message = TextOf(response),
        Reason = ReasonOf(response),
        ClientTransactionId = response.ClientTransactionId,
        ServerTransactionId = response.ServerTransactionId,
    });

    /// <summary>The row failed without a response of the registry.</summary>
    public Task FailedAsync(EppBulkClaim claim, string message) => EndAsync(Result(claim, EppBulkRowState.Failed) with { Message = message });

    /// <summary>The registry's responses to queries show that the command was carried out.</summary>
    public Task AppliedAsync(EppBulkClaim claim, EppReconciliation found) => EndAsync(Result(claim, EppBulkRowState.Done) with
    {
        Code = found.IsPending ? EppResultCode.ActionPending.Value : null,
        Message = $"The response was lost. {found.Explanation}",
        ClientTransactionId = found.Command.ClientTransactionId,
    });

    public Task UnknownAsync(EppBulkClaim claim, string transactionId, string explanation) =>
        EndAsync(Result(claim, EppBulkRowState.Unknown) with { Message = explanation, ClientTransactionId = transactionId });

    private EppBulkResult Completed(EppBulkClaim claim, EppResponse response) => Result(claim, EppBulkRowState.Done) with
    {
        // Automatic reconciliation creates this response; the registry's own response, with its code, is lost.
        Code = response.Code.Value,
        Message = response.Reconciliation?.Explanation ?? TextOf(response),
        ClientTransactionId = response.ClientTransactionId,
        ServerTransactionId = response.ServerTransactionId,
    };

    private EppBulkResult Result(EppBulkClaim claim, EppBulkRowState state) =>
        new() { Number = claim.Number, Key = claim.Row.Key, State = state, EndedAt = time.GetUtcNow() };

    private async Task EndAsync(EppBulkResult result)
    {
        await writer.NoteAsync(EppBulkEntry.End(result, task.HoldsSecrets && result.State == EppBulkRowState.Done)).ConfigureAwait(false);
        meter.Count(result.State);
        metrics.Ended(result.State switch
        {
            EppBulkRowState.Done => "done",
            EppBulkRowState.Failed => "failed",
            _ => "unknown",
        });
        if (result.State == EppBulkRowState.Done)
        {
            stopCondition.RowSucceeded();
        }
        else if (result.State == EppBulkRowState.Failed)
        {
            stopCondition.RowFailed(result.Message ?? "no text");
        }
    }

    private static string TextOf(EppResponse response) => TextRedactor.Mask(response.Results[0].Message);

    private static string? ReasonOf(EppResponse response)
    {
        var reasons = string.Join("; ", response.Results.SelectMany(result => result.Values).Where(value => value.Reason is not null));
        return reasons.Length == 0 ? null : reasons;
    }
}
