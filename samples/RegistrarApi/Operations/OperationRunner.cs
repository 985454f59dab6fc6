using System.Collections.Concurrent;
using EppClient;
using EppClient.Dk;
using RegistrarApi.Problems;

namespace RegistrarApi.Operations;

/// <summary>Sends a command as an operation, and determines its outcome if the response is lost.</summary>
internal sealed class OperationRunner(IEppClient client, OperationStore store)
{
    // The commands of this process. OperationRecovery handles those of earlier ones.
    private readonly ConcurrentDictionary<string, EppIndeterminateCommand> _indeterminate = new(StringComparer.Ordinal);

    /// <summary>
    /// Sends a command. The request's cancellation is not passed on: a customer who closes the browser must not leave a command with an unknown outcome.
    /// </summary>
    /// <param name="key">The id of the operation, which the caller chose to repeat the request safely; null for a new id.</param>
    /// <param name="kind">What is requested.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="command">The command.</param>
    public async Task<IResult> RunAsync(string? key, string kind, EppDomainName domain, IEppCommand command)
    {
        if (key is not null && !OperationKey.IsValid(key))
        {
            return EppProblems.InvalidKey();
        }

        var operation = new Operation(key ?? OperationKey.Create(), kind, domain.Unicode, OperationState.Started);
        if (!await store.TryAddAsync(operation))
        {
            return (await FindRepeatedAsync(operation.Id))!;
        }

        operation = Ended(operation, await client.SendForOutcomeAsync(command, new EppSendOptions { ClientTransactionId = operation.Id }));
        await store.EndAsync(operation);
        return OperationEndpoints.ToResult(operation);
    }

    /// <summary>Gets the result of an earlier request with the same key; null if there was none.</summary>
    public async Task<IResult?> FindRepeatedAsync(string? key) =>
        key is not null && await store.FindAsync(key) is { } operation ? OperationEndpoints.ToResult(operation) : null;

    /// <summary>Makes a command that was sent elsewhere, and got no response, an operation.</summary>
    public async Task<Operation> AddUnknownAsync(EppOutcomeUnknownException unknown, string kind)
    {
        var operation = new Operation(unknown.ClientTransactionId, kind, string.Empty, OperationState.Unknown) { Detail = unknown.Message };
        _indeterminate[operation.Id] = unknown.IndeterminateCommand;
        await store.TryAddAsync(operation);
        return operation;
    }

    /// <summary>Reads an operation. If its outcome is unknown, queries the registry, which can take half a minute if the command had no effect.</summary>
    /// <exception cref="EppException">The registry cannot be queried now.</exception>
    public async Task<Operation?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var operation = await store.FindAsync(id);
        if (operation is not { State: OperationState.Unknown } || !_indeterminate.TryGetValue(id, out var command))
        {
            return operation;
        }

        operation = Reconciled(operation, await command.ReconcileAsync(cancellationToken));
        await store.EndAsync(operation);
        if (operation.State != OperationState.Unknown)
        {
            _indeterminate.TryRemove(id, out _);
        }

        return operation;
    }

    /// <summary>The operation with the result of a reconciliation.</summary>
    public static Operation Reconciled(Operation operation, EppReconciliation found) => operation with
    {
        State = found switch
        {
            { Status: EppReconciliationStatus.Applied, IsPending: true } => OperationState.Pending,
            { Status: EppReconciliationStatus.Applied } => OperationState.Succeeded,
            { Status: EppReconciliationStatus.NotApplied } => OperationState.NotSent,
            _ => OperationState.Unknown,
        },
        Detail = found.Explanation,
    };

    private Operation Ended(Operation operation, EppOutcome outcome)
    {
        switch (outcome)
        {
            case EppCompleted { Response: var response }:
                return operation with { State = response.Pending is null ? OperationState.Succeeded : OperationState.Pending, ServerTransactionId = response.ServerTransactionId };
            case EppRejected { Response: var response } when DkRefusal.From(response) is { } refusal:
                return operation with
                {
                    State = OperationState.Refused,
                    Reason = refusal.Reason.ToString(),
                    Detail = refusal.Explanation,
                    ServerTransactionId = response.ServerTransactionId,
                };
            case EppOutcomeUnknown { IndeterminateCommand: { } command, Cause: var cause }:
                _indeterminate[operation.Id] = command;
                return operation with { State = OperationState.Unknown, Detail = cause.Message };
            case EppNotSent { Cause: EppValidationException invalid }:
                return operation with { State = OperationState.Refused, Reason = nameof(DkRefusalReason.InvalidValue), Detail = invalid.Message };
            default:
                return operation with { State = OperationState.NotSent, Detail = EppProblems.Unavailable };
        }
    }
}
