using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using EppClient.Diagnostics;
using EppClient.Protocol;
using EppClient.RateLimiting;
using EppClient.Recovery;
using EppClient.Sessions;
using Polly;

namespace EppClient;

/// <summary>Runs a command to its outcome: deadline, retries, measurement, and reconciliation if the response is lost.</summary>
internal sealed class CommandDispatcher(
    SessionPool sessions,
    ISessionProtocol protocol,
    CommandExchange exchange,
    CommandRateLimiter rateLimiter,
    CommandMetrics meter,
    RetryPolicy retries,
    ReconciliationService outcomes,
    JournalRecords records,
    PoolJournal? journal,
    EppTimeoutOptions timeouts,
    TimeProvider time) : IRegistryQueries
{
    // Every command awaits: without pooled state machines each step would allocate its continuation.

    /// <summary>Runs a command.</summary>
    /// <param name="lease">The session, on which the command is sent once; null for any session of the pool, with retries.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of this call.</param>
    /// <param name="isRefusalThrown">Whether to throw if the registry rejects the command.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppCommandException">The registry rejected the command, and <paramref name="isRefusalThrown"/> is set.</exception>
    public Task<EppResponse> RunAsync(SessionLease? lease, IEppCommand command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken) =>
        MeasureAsync<EppResponse>(
            Prepare(command, options),
            lease,
            isRefusalThrown ? static (response, _) => response.EnsureSuccess() : static (response, _) => response,
            cancellationToken);

    /// <inheritdoc cref="RunAsync(SessionLease, IEppCommand, EppSendOptions, bool, CancellationToken)"/>
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    public Task<EppResponse<TData>> RunAsync<TData>(
        SessionLease? lease, IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class =>
        MeasureAsync<EppResponse<TData>>(
            Prepare(command, options),
            lease,
            isRefusalThrown
                ? static (response, attempt) => response.EnsureSuccess().To((IEppCommand<TData>)attempt.Command)
                : static (response, attempt) => response.To((IEppCommand<TData>)attempt.Command),
            cancellationToken);

    /// <summary>
    /// Sends hello and reads the greeting on one session. A failure ends the session, because the response is still outstanding; an unexpected
    /// response does not.
    /// </summary>
    public async Task<EppGreeting> HelloAsync(SessionLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await protocol.ProbeAsync(lease.Channel, Deadline.After(time, timeouts.Command), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppProtocolException or EppConnectionException)
        {
            lease.Session.Fault(e);
            throw;
        }

        // The response, whatever it is, is no longer outstanding.
        var state = SessionState.Of(lease.Channel);
        return state.HelloFailure is { } other ? throw other.For(EppDelivery.MaybeSent) : state.Greeting;
    }

    DateTimeOffset? IRegistryQueries.RegistryTime => records.RegistryTime;

    Task<EppResponse> IRegistryQueries.QueryAsync(IEppCommand query, CancellationToken cancellationToken) => EppResilience.OnlyReads(query)
        ? RunAsync(lease: null, query, EppSendOptions.Default, isRefusalThrown: false, cancellationToken)
        : throw new ArgumentException($"{query.GetType().Name} is not read-only; reconciliation must not change anything at the registry.", nameof(query));

    async Task<EppGreeting> IRegistryQueries.GetGreetingAsync(CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            using var lease = await sessions.RentAsync(Deadline.After(time, timeouts.Command), cancellationToken).ConfigureAwait(false);
            try
            {
                return await HelloAsync(lease, cancellationToken).ConfigureAwait(false);
            }
            catch (EppConnectionException) when (!isSecond)
            {
                // The session had failed in the pool. Hello changes nothing, so it is retried on another session.
            }
        }
    }

    private CommandAttempt Prepare(IEppCommand command, EppSendOptions options)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var deadline = Deadline.After(time, options.Timeout ?? timeouts.Command);
        var id = options.ClientTransactionId ?? (command as EppRawCommand)?.ClientTransactionId ?? TransactionIds.Next(time);
        return EppResilience.OnlyReads(command)
            ? new CommandAttempt(command, id, deadline) { Priority = options.Priority }
            : new TransformAttempt(command, id, deadline, options.Journal is { } own ? records.KeepIn(own) : journal, time) { Priority = options.Priority };
    }

    private async Task<TResponse> MeasureAsync<TResponse>(
        CommandAttempt attempt, SessionLease? lease, Func<EppResponse, CommandAttempt, TResponse> select, CancellationToken cancellationToken)
    {
        using var operation = meter.Start(attempt.Command, CommandNames.Verb, CommandNames.Object);
        EppResponse response;
        try
        {
            try
            {
                var pending = TrySend(attempt, lease, cancellationToken);
                response = pending is null
                    ? await TryFirstAsync(attempt, lease, cancellationToken).ConfigureAwait(false)
                    : await pending.Response.ConfigureAwait(false);
                if (pending is not null)
                {
                    rateLimiter.Learn(attempt.Command.Verb, RatePermits.Free, response);
                    if (response.Code == EppResultCode.UseError)
                    {
                        response = await TryAsync(attempt, rented: null, doubtful: Retired(pending.Lease, response), cancellationToken).ConfigureAwait(false);
                    }
                }
            }
            catch (Exception e) when (ShouldRecover(attempt, lease, e))
            {
                response = await RecoverAsync(attempt, lease, e, cancellationToken).ConfigureAwait(false);
            }

            operation?.Completed(response.Code.Value, response.ClientTransactionId, response.ServerTransactionId);
        }
        catch (Exception e)
        {
            operation?.Failed(e);
            throw;
        }

        return select(response, attempt);
    }

    /// <summary>Sends a command immediately if nothing has to be awaited: a session is free, and no limiter, journal or retry pipeline takes part.</summary>
    private PendingCommand? TrySend(CommandAttempt attempt, SessionLease? rented, CancellationToken cancellationToken) =>
        rented is null && !retries.IsOwn && rateLimiter.IsUnlimited && attempt.SendsAtOnce && sessions.TryRent(new LeaseKind(attempt.Priority, IsShared: true), cancellationToken) is { } lease
            ? exchange.Send(lease, attempt, cancellationToken)
            : null;

    private ValueTask<EppResponse> TryFirstAsync(CommandAttempt attempt, SessionLease? lease, CancellationToken cancellationToken) => lease is null && retries.IsOwn
        ? new(TryByPipelineAsync(attempt, failure: null, cancellationToken))
        : TryAsync(attempt, lease, doubtful: null, cancellationToken);

    /// <summary>Whether the response is lost, or the pipeline decides on a retry. A user's pipeline has already decided.</summary>
    private bool ShouldRecover(CommandAttempt attempt, SessionLease? lease, Exception failure) =>
        attempt.Lost is not null || (lease is null && !retries.IsOwn && failure is EppException known && EppResilience.MayRetry(attempt.Command, known));

    /// <summary>Recovers after an attempt whose failure <see cref="ShouldRecover"/>.</summary>
    private async Task<EppResponse> RecoverAsync(CommandAttempt attempt, SessionLease? lease, Exception failure, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (attempt.Lost is null)
            {
                try
                {
                    return await TryByPipelineAsync(attempt, (EppException)failure, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception) when (attempt.Lost is not null)
                {
                    // Reported below from the recorded failure, because a retry pipeline may have wrapped it.
                }
            }

            var transform = (TransformAttempt)attempt;
            if (await ReconcileAsync(transform, lease, attempt.Lost, cancellationToken).ConfigureAwait(false) is { } reconciled)
            {
                return reconciled;
            }

            transform.NotApplied();
            try
            {
                return await TryFirstAsync(attempt, lease, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (ShouldRecover(attempt, lease, e))
            {
                failure = e;
            }
        }
    }

    /// <summary>Throws if the response is lost and reconciliation is manual; otherwise queries the registry for the outcome.</summary>
    /// <returns>The response to return; null if the command had no effect and may be sent again.</returns>
    private async Task<EppResponse?> ReconcileAsync(TransformAttempt attempt, SessionLease? lease, Exception cause, CancellationToken cancellationToken)
    {
        var indeterminate = outcomes.CreateIndeterminate(attempt, this);
        if (cause is OperationCanceledException cancellation)
        {
            throw new EppOutcomeUnknownCanceledException(indeterminate, cancellation);
        }

        if (outcomes.Mode == EppReconciliationMode.Manual)
        {
            throw Unknown(null);
        }

        EppReconciliation reconciliation;
        try
        {
            reconciliation = await indeterminate.ReconcileAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppException or OperationCanceledException or ObjectDisposedException)
        {
            // The caller gets the unknown outcome and can reconcile later.
            throw Unknown(e);
        }

        if (reconciliation.Status == EppReconciliationStatus.Applied)
        {
            return EppResponse.Reconciled(reconciliation);
        }

        if (!reconciliation.MaySendAgain)
        {
            throw new EppOutcomeUnknownException(indeterminate, cause, reconciliation);
        }

        if (lease is not null || attempt.Deadline.HasPassed)
        {
            throw reconciliation.Status == EppReconciliationStatus.NotApplied
                ? new EppNotAppliedException(reconciliation, cause)
                : new EppOutcomeUnknownException(indeterminate, cause, reconciliation);
        }

        return null;

        Exception Unknown(Exception? failure) => cancellationToken.IsCancellationRequested
            ? new EppOutcomeUnknownCanceledException(indeterminate, new OperationCanceledException(cause.Message, cause, cancellationToken))
            : new EppOutcomeUnknownException(indeterminate, cause, null, failure);
    }

    /// <param name="attempt">The command.</param>
    /// <param name="failure">The failure of the first attempt; null if there was none.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    private async Task<EppResponse> TryByPipelineAsync(CommandAttempt attempt, EppException? failure, CancellationToken cancellationToken)
    {
        // The deadline ends the delays of the pipeline; the attempts observe it themselves and report how far they got.
        using var scope = new DeadlineScope(time, attempt.Deadline, cancellationToken, CancellationToken.None);
        var context = ResilienceContextPool.Shared.Get(scope.Token);
        context.Properties.Set(EppResilience.Command, attempt.Command);
        var first = failure is null ? null : ExceptionDispatchInfo.Capture(failure);
        var hasResponse = false;
        try
        {
            return await retries.Pipeline.ExecuteAsync(
                async _ =>
                {
                    Interlocked.Exchange(ref first, null)?.Throw();
                    try
                    {
                        var response = await TryAsync(attempt, rented: null, doubtful: null, cancellationToken).ConfigureAwait(false);
                        hasResponse = true;
                        return response;
                    }
                    catch (EppException e)
                    {
                        failure = e;
                        throw;
                    }
                },
                context).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && e.CancellationToken != cancellationToken)
        {
            // The linked token ended a delay between two attempts; the exception has to contain the caller's token.
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e) when (scope.HasTimedOut && !cancellationToken.IsCancellationRequested)
        {
            throw new EppTimeoutException(EppTimeoutPhase.Connecting, attempt.Deadline.Total, Delivery(), failure ?? (Exception)e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // The pipeline is user code and has cancelled by itself, which is a failure and not a cancellation by the caller.
            throw new EppConnectionException($"EppRecoveryOptions.RetryPipeline failed: {e.Message}", Delivery(), failure ?? (Exception)e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        EppDelivery Delivery() => hasResponse ? EppDelivery.ResponseReceived : failure?.Delivery ?? EppDelivery.NotSent;
    }

    /// <summary>
    /// Sends the command again on a session that has just logged in if the response is 2002: the registry may regard the session as not logged in,
    /// and did not carry out the command. A second 2002 is about the command.
    /// </summary>
    /// <param name="attempt">The command.</param>
    /// <param name="rented">The caller's session, on which the command is sent once; null for a session of the pool.</param>
    /// <param name="doubtful">The session on which the response was 2002; null for the first attempt. Disposed by this method.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<EppResponse> TryAsync(CommandAttempt attempt, SessionLease? rented, SessionLease? doubtful, CancellationToken cancellationToken)
    {
        var verb = attempt.Command.Verb;
        try
        {
            while (true)
            {
                using var admission = await rateLimiter.BeforeRentingAsync(verb, attempt.Deadline, cancellationToken).ConfigureAwait(false);
                using var own = rented is null ? await RentAsync(attempt, doubtful, cancellationToken).ConfigureAwait(false) : null;
                var lease = rented ?? own!;
                using var turn = await rateLimiter.BeforeSendingAsync(verb, attempt.Deadline, cancellationToken).ConfigureAwait(false);
                var response = await exchange.SendAsync(lease, attempt, cancellationToken).ConfigureAwait(false);
                rateLimiter.Learn(verb, turn, response);
                if (response.Code != EppResultCode.UseError || doubtful is not null)
                {
                    return response;
                }

                Retired(lease, response);
                if (own is null)
                {
                    return response;
                }

                doubtful = own.Move();
            }
        }
        finally
        {
            doubtful?.Dispose();
        }
    }

    private static SessionLease Retired(SessionLease lease, EppResponse response)
    {
        lease.Session.Retire($"the registry responded {response.Code}");
        return lease;
    }

    private ValueTask<SessionLease> RentAsync(CommandAttempt attempt, SessionLease? doubtful, CancellationToken cancellationToken)
    {
        var kind = new LeaseKind(attempt.Priority, IsShared: true);
        return doubtful is null
            ? sessions.RentAsync(kind, attempt.Deadline, cancellationToken)
            : sessions.ReplaceAsync(doubtful, kind, attempt.Deadline, cancellationToken);
    }
}
