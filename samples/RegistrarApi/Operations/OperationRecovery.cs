using EppClient;

namespace RegistrarApi.Operations;

/// <summary>Determines, after a start, the outcome of operations that an earlier process did not end.</summary>
internal sealed partial class OperationRecovery(EppSessionPool pool, OperationStore store, ILogger<OperationRecovery> logger) : BackgroundService
{
    /// <summary>Before the first request: operations that are started now were started by an earlier process. The journal decides about most of them later.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var operation in await store.ReadAsync(OperationState.Started))
        {
            await store.EndAsync(operation with { State = OperationState.Unknown, Detail = "The process ended before it stored the outcome. Read the domain to see its state." });
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var result in await pool.ReconcileJournalAsync(stoppingToken))
            {
                if (result.Reconciliation is { } found && await store.FindAsync(result.Record.ClientTransactionId) is { } operation)
                {
                    await store.EndAsync(OperationRunner.Reconciled(operation, found));
                }
            }
        }
        catch (EppException e)
        {
            NotReconciled(logger, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The operations of earlier processes could not be reconciled; they are at the next start")]
    private static partial void NotReconciled(ILogger logger, Exception exception);
}
