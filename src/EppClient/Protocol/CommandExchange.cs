using System.Runtime.CompilerServices;
using EppClient.Diagnostics;
using EppClient.PendingActions;
using EppClient.Sessions;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>Sends one command over one session and reads its response.</summary>
internal sealed class CommandExchange(EppProfile profile, EppSchemaSet schemas, WireTap tap, PendingActionTracker pendingActions, ReadReporter readReporter, ILogger logger)
{
    /// <summary>Sends a command that need not be recorded.</summary>
    /// <param name="lease">The session. It is returned when the response is taken, unless the code is 2002, or at once if this throws.</param>
    /// <param name="attempt">The command.</param>
    /// <param name="cancellationToken">The token to cancel the operation. After the first byte is written, cancellation ends the session.</param>
    public PendingCommand Send(SessionLease lease, CommandAttempt attempt, CancellationToken cancellationToken)
    {
        PendingCommand command;
        try
        {
            command = Write(lease, attempt, ownsLease: true);
        }
        catch
        {
            lease.Dispose();
            throw;
        }

        try
        {
            attempt.AboutToSend(lease.Channel, command.Payload);
            Send(command, cancellationToken);
            return command;
        }
        catch (Exception e)
        {
            command.Abandon(e);
            throw;
        }
    }

    /// <summary>Records a command if necessary, sends it, and reads its response.</summary>
    /// <param name="lease">The session.</param>
    /// <param name="attempt">The command.</param>
    /// <param name="cancellationToken">The token to cancel the operation. After the first byte is written, cancellation ends the session.</param>
    /// <exception cref="EppProtocolException">
    /// The response is malformed or belongs to another command, and the session was ended; or it has no readable code.
    /// </exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<EppResponse> SendAsync(SessionLease lease, CommandAttempt attempt, CancellationToken cancellationToken)
    {
        var command = Write(lease, attempt, ownsLease: false);
        try
        {
            attempt.AboutToSend(lease.Channel, command.Payload);
            await attempt.RecordAsync(cancellationToken).ConfigureAwait(false);
            Send(command, cancellationToken);
        }
        catch (Exception e)
        {
            command.Abandon(e);
            throw;
        }

        return await command.Response.ConfigureAwait(false);
    }

    /// <summary>Whether a copy of the response is always needed.</summary>
    internal bool NeedsDocument(PendingCommand command) => tap.IsActive || KeepsDocument(command.Attempt.Command);

    /// <summary>Reads the response. Runs on the receiving thread, which must not block.</summary>
    internal EppResponseContent Read(PendingCommand pending, ReadOnlyMemory<byte> document)
    {
        var command = pending.Attempt.Command;
        try
        {
            var content = MessageReader.ReadOrRecoverResponse(document, pending.Dialect, schemas, pending.Attempt.TransactionId);
            TransactionIds.Require(pending.Attempt.TransactionId, content);
            return content;
        }
        catch (EppProtocolException e) when (!e.IsInStep && (command is not IPollCommand { OnlyReads: true } || e.Error == EppConnectionError.UnexpectedMessage))
        {
            // Later responses on this session may be wrong too. A poll request is an exception: it is repeated, and an unreadable message at the head of the
            // queue must not cause a login for each try.
            pending.Session.Fault(e);
            throw;
        }
    }

    /// <summary>Creates the response for the caller. Runs on the caller's thread.</summary>
    /// <exception cref="EppProtocolException">The response has no readable code.</exception>
    internal EppResponse Finish(PendingCommand pending, EppResponseContent content)
    {
        var (attempt, sessionId) = (pending.Attempt, pending.Session.Id);
        if (pending.Document is not null)
        {
            tap.Received(sessionId, pending.Document, pending.Dialect);
        }

        if (content.ReadDiagnostics.Count > 0)
        {
            readReporter.Report(sessionId, CommandNames.Of(attempt.Command), attempt.TransactionId, content.ReadDiagnostics);
        }

        if (content.Results.Count == 0)
        {
            throw content.WithoutResult();
        }

        content.BaseCode = BaseCodes.Of(profile, attempt.Command.Verb, content.Results[0]);
        var action = content.BaseCode == EppResultCode.ActionPending ? pendingActions.Track(attempt.TransactionId, content.ServerTransactionId) : null;
        content.Document = content.XmlFault is not null || KeepsDocument(attempt.Command) ? pending.Document : null;
        var response = new EppResponse(content, action);
        pendingActions.Observe(response);
        LogResponse(sessionId, attempt, response);
        attempt.Responded();
        CountRefusal(pending.Session, response);
        return response;
    }

    /// <summary>Called when the command was not sent, or its response does not determine the outcome.</summary>
    internal void Failed(PendingCommand pending, Exception failure)
    {
        pending.Attempt.Failed(failure);
        LogFailure(pending.Session.Id, pending.Attempt, failure);
    }

    /// <summary>Begins a try and writes its message. If this throws, nothing was sent.</summary>
    private PendingCommand Write(SessionLease lease, CommandAttempt attempt, bool ownsLease)
    {
        attempt.Begin();
        PooledBytes message = default;
        try
        {
            var session = SessionState.Of(lease.Channel);
            var extensions = new ServiceGuard(profile, session).Admit(attempt.Command);
            message = MessageWriter.Rent(attempt.Command, extensions, session.Services.Dialect, attempt.TransactionId);
            CheckLimit.Require(profile.Limits, attempt.Command, message.Memory);
            return new PendingCommand(this, lease, attempt, message) { OwnsLease = ownsLease };
        }
        catch (Exception e)
        {
            message.Dispose();
            attempt.Failed(e);
            LogFailure(lease.Session.Id, attempt, e);
            throw;
        }
    }

    private void Send(PendingCommand command, CancellationToken cancellationToken)
    {
        var channel = command.Session.Channel;
        tap.Sent(channel.Id, command.Payload, command.Dialect);
        channel.Send(command, cancellationToken);
    }

    private static bool KeepsDocument(IEppCommand command) => command is EppRawCommand or IPollCommand { OnlyReads: true };

    /// <summary>Retires the session if the code announces its end; other rejections count toward the limit of repeated errors.</summary>
    private static void CountRefusal(PhysicalSession session, EppResponse response)
    {
        if (response.Code.IsSessionClosing)
        {
            session.Retire($"the registry responded {response.Code}");
        }
        else if (!response.IsSuccess)
        {
            session.CountRefusal(response.Code.Value);
        }
    }

    private void LogResponse(string sessionId, CommandAttempt attempt, EppResponse response)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        var name = CommandNames.Of(attempt.Command);
        if (response.IsSuccess)
        {
            Log.CommandCompleted(logger, sessionId, name, response.Code.Value, attempt.TransactionId, response.ServerTransactionId);
        }
        else
        {
            Log.CommandRefused(logger, sessionId, name, response.Results[0].ToString(), attempt.TransactionId, response.ServerTransactionId);
        }
    }

    private void LogFailure(string sessionId, CommandAttempt attempt, Exception failure)
    {
        if (failure is EppException known && logger.IsEnabled(LogLevel.Debug))
        {
            Log.CommandWithoutResponse(logger, sessionId, CommandNames.Of(attempt.Command), known.Delivery, attempt.TransactionId, known.Message);
        }
    }
}
