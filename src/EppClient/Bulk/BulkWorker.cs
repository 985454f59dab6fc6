namespace EppClient.Bulk;

/// <summary>Completes rows: prepares and sends commands, queries the registry if the response was lost, and repeats transient failures.</summary>
/// <param name="pool">The pool that sends the commands.</param>
/// <param name="task">The task of the job.</param>
/// <param name="options">The options of the run.</param>
/// <param name="writer">Records commands before they are sent.</param>
/// <param name="results">Receives the results.</param>
/// <param name="stopCondition">Receives failures that must stop the run.</param>
/// <param name="guard">Expires when the rows may belong to another process.</param>
/// <param name="time">The clock of delays.</param>
/// <param name="stop">Cancelled when no new row may begin: the job is paused or stops, or the guard has expired.</param>
internal sealed class BulkWorker(
    EppSessionPool pool, EppBulkTask task, EppBulkOptions options, BulkStoreWriter writer, BulkResults results, BulkStopCondition stopCondition, BulkLeaseGuard guard, TimeProvider time,
    CancellationToken stop)
{
    private readonly EppSendOptions _sendOptions = new() { Priority = EppPriority.Bulk, Timeout = options.CommandTimeout };

    /// <summary>The result of one try.</summary>
    private enum Try
    {
        /// <summary>The rows have their results.</summary>
        Ended,

        /// <summary>The job stops, or the row belongs to another process: the row remains as it is.</summary>
        Left,

        /// <summary>The failure is transient.</summary>
        Again,

        /// <summary>At least one of several rows is at fault.</summary>
        Split,
    }

    /// <summary>Processes rows whose commands were not sent.</summary>
    public async Task WorkAsync(IReadOnlyList<EppBulkClaim> claims)
    {
        var pause = new BackOff(options.RetryDelay, options.MaxRetryDelay);
        for (var tries = 1; !stop.IsCancellationRequested; tries++)
        {
            switch (await TryAsync(claims, isLast: tries >= options.MaxTries).ConfigureAwait(false))
            {
                case Try.Again:
                    await WaitAsync(pause.Next()).ConfigureAwait(false);
                    break;
                case Try.Split:
                    await WorkAsync([.. claims.Take(claims.Count / 2)]).ConfigureAwait(false);
                    await WorkAsync([.. claims.Skip(claims.Count / 2)]).ConfigureAwait(false);
                    return;
                default:
                    return;
            }
        }
    }

    /// <summary>Queries the registry about a row whose command an earlier run may have sent.</summary>
    /// <returns>Whether the row can be processed like one whose command was not sent.</returns>
    public async Task<bool> RecoverAsync(EppBulkClaim claim)
    {
        var record = claim.Started!;
        return await ReconcileAsync(claim, record.ClientTransactionId, async token =>
        {
            var finding = await pool.ReconcileAsync(record, token).ConfigureAwait(false);
            return finding switch
            {
                { Reconciliation: { } found } => found,
                { Failure: EppJournalException unreadable } => throw new EppBulkRowException(unreadable.Message, unreadable),
                _ => throw finding.Failure!,
            };
        }).ConfigureAwait(false);
    }

    private async Task<Try> TryAsync(IReadOnlyList<EppBulkClaim> claims, bool isLast)
    {
        try
        {
            var rows = claims.Select(claim => claim.Row).ToList();
            if (await task.PrepareAsync(rows, new BulkQueryClient(pool, _sendOptions), stop).ConfigureAwait(false) is { } command)
            {
                return await SendAsync(claims, rows, command, isLast).ConfigureAwait(false);
            }

            foreach (var claim in claims)
            {
                await results.NothingToDoAsync(claim).ConfigureAwait(false);
            }

            return Try.Ended;
        }
        catch (Exception e) when (IsOfTheRow(e))
        {
            return await RowFailedAsync(claims, e.Message).ConfigureAwait(false);
        }
        catch (EppException e)
        {
            return await FailedAsync(claims, e, isLast).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Try.Left;
        }
        catch (Exception e)
        {
            // A bug in the task would affect every row.
            stopCondition.Stop(e);
            return Try.Left;
        }
    }

    private static bool IsOfTheRow(Exception exception) => exception is EppBulkRowException or EppUnreadableMemberException or ArgumentException or FormatException;

    private async Task<Try> SendAsync(IReadOnlyList<EppBulkClaim> claims, List<EppBulkRow> rows, IEppCommand command, bool isLast)
    {
        if (EppResilience.OnlyReads(command))
        {
            return await EndAsync(claims, rows, await pool.SendForOutcomeAsync(command, _sendOptions, stop).ConfigureAwait(false), isLast, hasChanged: false, stop).ConfigureAwait(false);
        }

        if (claims.Count > 1)
        {
            throw new InvalidOperationException($"The bulk task {task} created one {command.GetType().Name} for several rows, but the command changes something. Create one command for each row.");
        }

        using var journal = new RowJournal(writer, guard, claims[0].Number, stop);
        EppOutcome outcome;
        try
        {
            outcome = await pool.SendForOutcomeAsync(command, _sendOptions with { Journal = journal }, journal.Token).ConfigureAwait(false);
        }
        catch (BulkRowLostException)
        {
            return Try.Left;
        }
        catch (Exception e) when (journal.IsStarted)
        {
            // An unexpected failure, so the delivery of the command is unknown: the row stays started, and the registry is queried before it is sent again.
            stopCondition.Stop(e);
            return Try.Left;
        }

        return await EndAsync(claims, rows, outcome, isLast, hasChanged: true, journal.Token).ConfigureAwait(false);
    }

    /// <param name="claims">The rows.</param>
    /// <param name="rows">The rows as passed to the task.</param>
    /// <param name="outcome">The outcome of the command.</param>
    /// <param name="isLast">Whether it was the last try.</param>
    /// <param name="hasChanged">Whether the command changes something if the registry carries it out.</param>
    /// <param name="cancellationToken">The token that the command was sent with: cancelled if the run stops or the row belongs to another process.</param>
    private async Task<Try> EndAsync(
        IReadOnlyList<EppBulkClaim> claims, List<EppBulkRow> rows, EppOutcome outcome, bool isLast, bool hasChanged, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case EppCompleted { Response: var response }:
                return await CompletedAsync(claims, rows, response, hasChanged).ConfigureAwait(false);
            case EppRejected { Response: var response }:
                return await RefusedAsync(claims, response, isLast).ConfigureAwait(false);
            case EppNotSent { Cause: EppException cause }:
                return await FailedAsync(claims, cause, isLast).ConfigureAwait(false);
            case EppNotSent { Cause: ObjectDisposedException cause }:
                stopCondition.Stop(EppBulkStopReason.RegistryUnavailable, "The session pool was disposed while the job ran. Dispose it after the job.", cause);
                return Try.Left;
            case EppNotSent { Cause: var cause }:
                return Cancelled(cause, cancellationToken);
            case EppOutcomeUnknown { IndeterminateCommand: { } indeterminate }:
                return await ReconcileAsync(claims[0], indeterminate.ClientTransactionId, indeterminate.ReconcileAsync).ConfigureAwait(false) ? Try.Again : Try.Left;
            case EppOutcomeUnknown { Cause: EppException lost }:
                return await FailedAsync(claims, lost, isLast).ConfigureAwait(false);
            default:
                return Cancelled(((EppOutcomeUnknown)outcome).Cause, cancellationToken);
        }
    }

    /// <summary>Leaves the rows. Stops the run if nothing has cancelled the command: otherwise the run would end with rows that were not processed.</summary>
    private Try Cancelled(Exception cause, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            stopCondition.Stop(cause);
        }

        return Try.Left;
    }

    private async Task<Try> CompletedAsync(IReadOnlyList<EppBulkClaim> claims, List<EppBulkRow> rows, EppResponse response, bool hasChanged)
    {
        if (hasChanged)
        {
            await ChangedAsync(claims[0], rows, response).ConfigureAwait(false);
            return Try.Ended;
        }

        var described = task.Describe(rows, response);
        for (var i = 0; i < claims.Count; i++)
        {
            await (described[i] is null && task.IsResponseNeeded
                ? results.FailedAsync(claims[i], "The registry's response does not mention this row.")
                : results.CompletedAsync(claims[i], response, described[i])).ConfigureAwait(false);
        }

        return Try.Ended;
    }

    /// <summary>The registry has carried the command out, whether or not the task can read the response.</summary>
    private async Task ChangedAsync(EppBulkClaim claim, List<EppBulkRow> rows, EppResponse response)
    {
        string? described = null;
        Exception? failure = null;
        try
        {
            described = task.Describe(rows, response)[0];
        }
        catch (Exception e)
        {
            // The task is user code and may throw any exception. The row is done all the same.
            failure = e;
        }

        await (failure is null ? results.CompletedAsync(claim, response, described) : results.UndescribedAsync(claim, response, failure.Message)).ConfigureAwait(false);
        if (failure is not null && !IsOfTheRow(failure))
        {
            // A bug in the task would affect every row.
            stopCondition.Stop(failure);
        }
    }

    private async Task<Try> RefusedAsync(IReadOnlyList<EppBulkClaim> claims, EppResponse response, bool isLast)
    {
        if (response.Code == EppResultCode.BillingFailure)
        {
            await WithdrawAsync(claims).ConfigureAwait(false);
            stopCondition.Stop(
                EppBulkStopReason.InsufficientFunds,
                $"The registry rejected the row {claims[0].Row.Key}, because the balance of the account is too low: {response.Results[0]}. Add funds and run the job again; the row is pending.",
                null);
            return Try.Left;
        }

        if (!isLast && (options.IsRetryable(response) || pool.Options.Profile.Limits.IsRateLimit(response)))
        {
            await WithdrawAsync(claims).ConfigureAwait(false);
            return Try.Again;
        }

        if (claims.Count > 1)
        {
            return Try.Split;
        }

        await results.RefusedAsync(claims[0], response).ConfigureAwait(false);
        return Try.Ended;
    }

    /// <summary>Handles a command that had no response and no effect.</summary>
    private async Task<Try> FailedAsync(IReadOnlyList<EppBulkClaim> claims, EppException failure, bool isLast)
    {
        switch (failure)
        {
            case EppValidationException:
                return await RowFailedAsync(claims, failure.Message).ConfigureAwait(false);
            case EppCommandException { Delivery: EppDelivery.ResponseReceived } refused:
                return await RefusedAsync(claims, refused.Response, isLast).ConfigureAwait(false);
            case EppProtocolException when isLast:
                return await RowFailedAsync(claims, failure.Message).ConfigureAwait(false);
        }

        await WithdrawAsync(claims).ConfigureAwait(false);
        switch (failure)
        {
            case EppAuthenticationException:
                stopCondition.Stop(EppBulkStopReason.AuthenticationRefused, $"{failure.Message} Correct the credentials and run the job again.", failure);
                return Try.Left;
            case EppJournalException:
                stopCondition.Stop(EppBulkStopReason.StoreFailed, failure.Message, failure);
                return Try.Left;
            case EppTimeoutException or EppProtocolException or { IsTransient: true } when !isLast:
                return Try.Again;
            default:
                stopCondition.Stop(EppBulkStopReason.RegistryUnavailable, $"The row {claims[0].Row.Key} could not be sent: {failure.Message} Run the job again; the row is pending.", failure);
                return Try.Left;
        }
    }

    private async Task<Try> RowFailedAsync(IReadOnlyList<EppBulkClaim> claims, string message)
    {
        if (claims.Count > 1)
        {
            return Try.Split;
        }

        await results.FailedAsync(claims[0], message).ConfigureAwait(false);
        return Try.Ended;
    }

    /// <summary>Queries the registry until it responds about the outcome of a command.</summary>
    /// <returns>Whether the command may be sent again.</returns>
    private async Task<bool> ReconcileAsync(EppBulkClaim claim, string transactionId, Func<CancellationToken, Task<EppReconciliation>> ask)
    {
        var pause = new BackOff(options.RetryDelay, options.MaxRetryDelay);
        for (var tries = 1; !stop.IsCancellationRequested; tries++)
        {
            try
            {
                var found = await ask(stop).ConfigureAwait(false);
                if (found.MaySendAgain)
                {
                    await writer.NoteAsync(EppBulkEntry.Withdraw(claim.Number)).ConfigureAwait(false);
                    return true;
                }

                await (found.Status == EppReconciliationStatus.Applied
                    ? results.AppliedAsync(claim, found)
                    : results.UnknownAsync(claim, transactionId, found.Explanation)).ConfigureAwait(false);
                return false;
            }
            catch (EppBulkRowException e)
            {
                await results.UnknownAsync(claim, transactionId, e.Message).ConfigureAwait(false);
                return false;
            }
            catch (EppAuthenticationException e)
            {
                stopCondition.Stop(EppBulkStopReason.AuthenticationRefused, $"{e.Message} Correct the credentials and run the job again.", e);
            }
            catch (EppException e) when (tries >= options.MaxTries)
            {
                stopCondition.Stop(
                    EppBulkStopReason.RegistryUnavailable,
                    $"The registry could not be queried about the row {claim.Row.Key}: {e.Message} Run the job again; the row is not sent again before its outcome is known.",
                    e);
            }
            catch (EppException)
            {
                await WaitAsync(pause.Next()).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The loop ends.
            }
            catch (ObjectDisposedException e)
            {
                if (!stop.IsCancellationRequested)
                {
                    stopCondition.Stop(EppBulkStopReason.RegistryUnavailable, "The session pool was disposed while the job ran. Dispose it after the job.", e);
                }
            }
            catch (Exception e)
            {
                // A reconciler is user code and may throw any exception.
                stopCondition.Stop(e);
            }
        }

        return false;
    }

    /// <summary>Withdraws the record of a command that had no effect.</summary>
    private async ValueTask WithdrawAsync(IReadOnlyList<EppBulkClaim> claims)
    {
        if (task.RowsPerCommand == 1)
        {
            await writer.NoteAsync(EppBulkEntry.Withdraw(claims[0].Number)).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop of the caller checks the token.
        }
    }
}
