using EppClient.Extensions.Hosting.Diagnostics;
using EppClient.Polling;
using Medallion.Threading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EppClient.Extensions.Hosting;

/// <summary>
/// Processes the message queue of one registry account while the host runs and this process is the leader. Registered in the container under the name of its
/// registration, for code that manages dead letters.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class EppPollWorker : BackgroundService
{
    private readonly string _name;
    private readonly EppPollWorkerOptions _options;
    private readonly EppPollConsumer _consumer;
    private readonly PollHandlers _handlers;
    private readonly IServiceScopeFactory _scopes;
    private readonly IDistributedLock? _lock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _isLeader;
    private EppUnreadableMessageException? _stoppedBy;

    internal EppPollWorker(
        string name, EppPollConsumer consumer, EppPollWorkerOptions options, IDistributedLock? @lock, PollHandlers handlers, IServiceScopeFactory scopes, TimeProvider time, ILogger logger)
    {
        (_name, _consumer, _options, _lock, _handlers, _scopes, _time, _logger) = (name, consumer, options, @lock, handlers, scopes, time, logger);
    }

    /// <summary>Whether this process is currently processing the queue.</summary>
    public bool IsLeader => Volatile.Read(ref _isLeader);

    /// <summary>The status of the queue; null while this process does not process it, and before the first response of the registry.</summary>
    public EppPollStatus? Status => _consumer.Status;

    /// <summary>
    /// The message that has stopped polling permanently, because it cannot be read and <see cref="EppPollConsumerOptions.Unreadable"/> is
    /// <see cref="EppUnreadableMessages.Stop"/>; null if none has. The host continues, and the worker releases its leadership.
    /// </summary>
    public EppUnreadableMessageException? StoppedBy => Volatile.Read(ref _stoppedBy);

    /// <inheritdoc cref="EppPollConsumer.ReadDeadLettersAsync"/>
    public ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(CancellationToken cancellationToken = default) => _consumer.ReadDeadLettersAsync(cancellationToken);

    /// <inheritdoc cref="EppPollConsumer.CountDeadLettersAsync"/>
    public ValueTask<int> CountDeadLettersAsync(CancellationToken cancellationToken = default) => _consumer.CountDeadLettersAsync(cancellationToken);

    /// <summary>Passes a dead letter to the handlers again, after its cause was fixed. If they fail, the message remains a dead letter.</summary>
    /// <param name="key">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether the message was a dead letter.</returns>
    public Task<bool> RetryDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken = default) => _consumer.RetryDeadLetterAsync(key, HandleAsync, cancellationToken);

    /// <inheritdoc cref="EppPollConsumer.DeleteDeadLetterAsync"/>
    public ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken = default) => _consumer.DeleteDeadLetterAsync(key, cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_lock is null)
        {
            HostingLog.NoLock(_logger, _name);
        }

        try
        {
            while (true)
            {
                await LeadAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
        catch (EppUnreadableMessageException e)
        {
            Volatile.Write(ref _stoppedBy, e);
            HostingLog.StoppedByMessage(_logger, _name, e);
        }
    }

    private async Task LeadAsync(CancellationToken stop)
    {
        if (_lock is null)
        {
            await WorkAsync(stop).ConfigureAwait(false);
            return;
        }

        if (await TryLockAsync(_lock, stop).ConfigureAwait(false) is not { } handle)
        {
            return;
        }

        try
        {
            using var lost = CancellationTokenSource.CreateLinkedTokenSource(handle.HandleLostToken, stop);
            await WorkAsync(lost.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested && handle.HandleLostToken.IsCancellationRequested)
        {
            HostingLog.LeadershipLost(_logger, _name);
        }
        finally
        {
            await ReleaseAsync(handle).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        HostingLog.Leading(_logger, _name);
        Volatile.Write(ref _isLeader, true);
        try
        {
            await _consumer.RunAsync(HandleAsync, stop).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isLeader, false);
        }
    }

    private async Task<IDistributedSynchronizationHandle?> TryLockAsync(IDistributedLock @lock, CancellationToken stop)
    {
        try
        {
            return await @lock.TryAcquireAsync(_options.LockTimeout, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // The lock provider is external code, so any exception counts as a temporary failure.
            HostingLog.LockFailed(_logger, _name, _options.LockTimeout.TotalSeconds, e);
            await Task.Delay(_options.LockTimeout, _time, stop).ConfigureAwait(false);
            return null;
        }
    }

    private async Task ReleaseAsync(IDistributedSynchronizationHandle handle)
    {
        try
        {
            await handle.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // If the connection is lost, so is the lock.
            HostingLog.ReleaseFailed(_logger, _name, e);
        }
    }

    private async Task HandleAsync(EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        if (await _handlers.HandleAsync(_scopes, delivery, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (_options.Unhandled == EppUnhandledMessages.DeadLetter)
        {
            throw new EppDeadLetterException("No handler matches it. Add one with AddPollHandler (a handler of PollMessage matches all messages), or set EppPollWorkerOptions.Unhandled.");
        }

        HostingLog.NoHandler(_logger, delivery.Key.MessageId, _name);
    }
}
