using EppClient.Extensions.Hosting.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EppClient.Extensions.Hosting;

/// <summary>Determines, while the host starts, the outcome of commands for which an earlier process received no response.</summary>
internal sealed class StartupReconciliationService(string name, IServiceProvider provider) : IHostedService
{
    private readonly ILogger _logger = (ILogger?)provider.GetService<ILoggerFactory>()?.CreateLogger(HostingLog.Category) ?? NullLogger.Instance;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var pool = provider.GetRequiredKeyedService<EppSessionPool>(name);
        if (pool.Options.Recovery.Journal is null || !provider.GetRequiredService<IOptionsMonitor<EppClientSettings>>().Get(name).ReconcileAtStart)
        {
            return;
        }

        try
        {
            await ReconcileAsync(pool, pool.Options.Recovery.Journal, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The journal is user code and may cancel by itself, which does not mean that the host stops.
            HostingLog.JournalNotReconciled(_logger, name, e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReconcileAsync(EppSessionPool pool, IEppCommandJournal journal, CancellationToken cancellationToken)
    {
        var indeterminate = await journal.ReadIncompleteAsync(cancellationToken).ConfigureAwait(false);
        if (!indeterminate.Any(record => record.Account == pool.Account))
        {
            return;
        }

        // If the registry is unreachable, this fails once; otherwise each record would time out separately.
        var session = await pool.RentAsync(cancellationToken).ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
        foreach (var finding in await pool.ReconcileJournalAsync(cancellationToken).ConfigureAwait(false))
        {
            Report(finding);
        }
    }

    private void Report(EppJournalResult finding)
    {
        var (command, transaction) = (finding.Record.Command, finding.Record.ClientTransactionId);
        switch (finding)
        {
            case { Reconciliation: null }:
                HostingLog.CommandNotReconciled(_logger, command, transaction, name, finding.Failure);
                break;
            case { Reconciliation.Status: EppReconciliationStatus.Applied or EppReconciliationStatus.NotApplied }:
                HostingLog.CommandReconciled(_logger, command, transaction, name, finding.Reconciliation.Status);
                break;
            default:
                HostingLog.CommandIndeterminate(_logger, command, transaction, name);
                break;
        }
    }
}
