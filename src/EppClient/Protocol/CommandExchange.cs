using System.Runtime.CompilerServices;
using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>Sends one command over one session and reads its answer.</summary>
internal sealed class CommandExchange(EppProfile profile, EppSchemaSet schemas, WireTap tap, PendingActionTracker pendingActions, ReadReporter oddities, ILogger logger)
{
    /// <summary>Sends a command and reads its response.</summary>
    /// <param name="channel">The session.</param>
    /// <param name="attempt">The command.</param>
    /// <param name="cancellationToken">The token to cancel the operation. After the first byte is written, that ends the session.</param>
    /// <exception cref="EppProtocolException">
    /// The response is malformed or belongs to another command, and the session was ended; or it has no readable code.
    /// </exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<EppResponse> ExecuteAsync(SessionChannel channel, ICommandAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.Begin();
        try
        {
            var session = SessionState.Of(channel);
            var dialect = session.Services.Dialect;
            var extensions = new ServiceGuard(profile, session).Admit(attempt.Command);
            using var message = MessageWriter.Rent(attempt.Command, extensions, dialect, attempt.TransactionId);
            var request = message.Memory;
            CheckLimit.Require(profile.Limits, attempt.Command, request);
            await attempt.AboutToSendAsync(channel, request, cancellationToken).ConfigureAwait(false);
            tap.Sent(channel.Id, request, dialect);
            using var frame = await channel.ExchangeAsync(request, attempt.Deadline, cancellationToken).ConfigureAwait(false);
            tap.Received(channel.Id, frame.Payload, dialect);
            var response = Read(channel, attempt.Command, attempt.TransactionId, frame.Payload, dialect);
            LogResponse(channel.Id, attempt, response);
            attempt.Responded();
            return response;
        }
        catch (Exception e)
        {
            attempt.Failed(e);
            LogFailure(channel.Id, attempt, e);
            throw;
        }
    }

    private EppResponse Read(SessionChannel channel, IEppCommand command, string transactionId, ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        try
        {
            var content = MessageReader.ReadOrRecoverResponse(document, dialect, schemas, transactionId);
            TransactionIds.Require(transactionId, content);
            if (content.ReadDiagnostics.Count > 0)
            {
                oddities.Report(channel.Id, CommandNames.Of(command), transactionId, content.ReadDiagnostics);
            }

            if (content.Results.Count == 0)
            {
                throw content.WithoutResult();
            }

            content.BaseCode = BaseCodes.Of(profile, command.Verb, content.Results[0]);
            var pending = content.BaseCode == EppResultCode.ActionPending ? pendingActions.Track(transactionId, content.ServerTransactionId) : null;
            var keepsDocument = content.XmlFault is not null || command is EppRawCommand or IPollCommand { OnlyReads: true };
            var response = new EppResponse(content, pending, keepsDocument ? document.ToArray() : null);
            pendingActions.Observe(response);
            return response;
        }
        catch (EppProtocolException e) when (!e.IsInStep && (command is not IPollCommand { OnlyReads: true } || e.Error == EppConnectionError.UnexpectedMessage))
        {
            // Later responses on this session may be wrong too. A poll request is repeated, and a message at the head of the queue that cannot be read
            // must not cost a login each time.
            channel.Abort(e);
            throw;
        }
    }

    private void LogResponse(string sessionId, ICommandAttempt attempt, EppResponse response)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        var name = CommandNames.Of(attempt.Command);
        if (response.IsSuccess)
        {
            Log.CommandAnswered(logger, sessionId, name, response.Code.Value, attempt.TransactionId, response.ServerTransactionId);
        }
        else
        {
            Log.CommandRefused(logger, sessionId, name, response.Results[0].ToString(), attempt.TransactionId, response.ServerTransactionId);
        }
    }

    private void LogFailure(string sessionId, ICommandAttempt attempt, Exception failure)
    {
        if (failure is EppException known && logger.IsEnabled(LogLevel.Debug))
        {
            Log.CommandUnanswered(logger, sessionId, CommandNames.Of(attempt.Command), known.Delivery, attempt.TransactionId, known.Message);
        }
    }
}
