using EppClient.Dk;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.Sqlite;

namespace RegistrarApi.Operations;

/// <summary>Stores the registry's decision on a pending operation in the transaction of its poll message: exactly once, even after a failure.</summary>
internal sealed class DecisionHandler : IEppPollHandler<DkPollEvent>
{
    public async Task HandleAsync(DkPollEvent message, EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        if (message.Outcome is not { } outcome)
        {
            return;
        }

        var transaction = await delivery.BeginSqliteAsync(cancellationToken);
        await OperationStore.DecideAsync(
            transaction,
            outcome.TransactionId.ClientTransactionId,
            outcome.TransactionId.ServerTransactionId,
            outcome.Succeeded && message is not DkDeletionStopped,
            message.GetType().Name,
            cancellationToken);
    }
}
