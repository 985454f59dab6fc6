using EppClient.Diagnostics;
using EppClient.Protocol;
using EppClient.Sessions;
using Polly;

namespace EppClient;

/// <summary>Carries a command to its one outcome: deadline, retries, measurement.</summary>
internal sealed class CommandRunner(
    SessionPool sessions,
    ISessionProtocol protocol,
    CommandExchange exchange,
    OperationMeter meter,
    ResiliencePipeline retries,
    EppTimeoutOptions timeouts,
    TimeProvider time)
{
    /// <summary>On any session of the pool, with retries.</summary>
    public Task<EppResponse> RunAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        var attempt = Prepare(command, options);
        return MeasureAsync(attempt, () => RetryAsync(attempt, cancellationToken));
    }

    /// <summary>On one session, once.</summary>
    public Task<EppResponse> RunAsync(SessionLease lease, IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        var attempt = Prepare(command, options);
        return MeasureAsync(attempt, () => ExchangeAsync(lease, attempt, cancellationToken));
    }

    /// <summary>Hello and its greeting, on one session. What goes wrong ends the session: the answer would still be owed.</summary>
    public async Task<EppGreeting> HelloAsync(SessionLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await protocol.ProbeAsync(lease.Channel, Deadline.After(time, timeouts.Command), cancellationToken).ConfigureAwait(false);
            return SessionState.Of(lease.Channel).Greeting;
        }
        catch (EppProtocolException e)
        {
            lease.Session.Fault(e);
            throw;
        }
    }

    private Attempt Prepare(IEppCommand command, EppSendOptions options)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(options);
        return new Attempt(command, options.ClientTransactionId ?? (command as EppRawCommand)?.ClientTransactionId ?? TransactionIds.Next(time), Deadline.After(time, options.Timeout ?? timeouts.Command));
    }

    private async Task<EppResponse> MeasureAsync(Attempt attempt, Func<Task<EppResponse>> run)
    {
        using var operation = meter.Start(CommandNames.Verb(attempt.Command), CommandNames.Object(attempt.Command));
        try
        {
            var response = await run().ConfigureAwait(false);
            operation.Answered(response.Code.Value, response.ClientTransactionId, response.ServerTransactionId);
            return response;
        }
        catch (Exception e)
        {
            operation.Failed(e);
            throw;
        }
    }

    private async Task<EppResponse> RetryAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        // The pipeline's pauses end with the deadline; the tries themselves watch it too and can tell how far they got.
        using var scope = new DeadlineScope(time, attempt.Deadline, cancellationToken, CancellationToken.None);
        var context = ResilienceContextPool.Shared.Get(scope.Token);
        context.Properties.Set(EppResilience.Command, attempt.Command);
        EppException? lastFailure = null;
        try
        {
            return await retries.ExecuteAsync(
                async _ =>
                {
                    try
                    {
                        return await TryAsync(attempt, cancellationToken).ConfigureAwait(false);
                    }
                    catch (EppException e)
                    {
                        lastFailure = e;
                        throw;
                    }
                },
                context).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (scope.HasTimedOut && !cancellationToken.IsCancellationRequested)
        {
            throw new EppTimeoutException(EppPhase.Connecting, attempt.Deadline.Total, lastFailure?.Delivery ?? EppDelivery.NotSent, lastFailure ?? (Exception)e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && e.CancellationToken != cancellationToken)
        {
            // A pause between two tries ended by the linked token; callers look for their own.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<EppResponse> TryAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        using var lease = await sessions.RentAsync(attempt.Deadline, cancellationToken).ConfigureAwait(false);
        return await ExchangeAsync(lease, attempt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<EppResponse> ExchangeAsync(SessionLease lease, Attempt attempt, CancellationToken cancellationToken)
    {
        var response = await exchange.ExecuteAsync(lease.Channel, attempt.Command, attempt.TransactionId, attempt.Deadline, cancellationToken).ConfigureAwait(false);
        if (response.Code is { IsSessionClosing: true } code)
        {
            lease.Session.Retire($"the registry answered {code}");
        }

        return response;
    }

    private sealed record Attempt(IEppCommand Command, string TransactionId, Deadline Deadline);
}
