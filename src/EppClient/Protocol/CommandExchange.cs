using System.Runtime.CompilerServices;
using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>Sends one command over one session and reads its answer.</summary>
internal sealed class CommandExchange(EppProfile profile, EppSchemaSet schemas, WireTap tap, PendingActionTracker pendingActions, ReadReporter oddities, ILogger logger)
{
    /// <summary>Sends the command, once the witness knows of it.</summary>
    /// <exception cref="EppProtocolException">
    /// The response is malformed or belongs to another command, and the session was ended; or it has no readable code.
    /// </exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<EppResponse> ExecuteAsync(
        SessionChannel channel, IEppCommand command, string transactionId, Deadline deadline, ISendWitness witness, CancellationToken cancellationToken)
    {
        try
        {
            var session = SessionState.Of(channel);
            var dialect = session.Services.Dialect;
            var extensions = new ServiceGuard(profile, session).Admit(command);
            using var octets = MessageWriter.Rent(command, extensions, dialect, transactionId);
            var request = octets.Memory;
            CheckLimit.Require(profile.Limits, command, request);
            await witness.AboutToSendAsync(channel, request, cancellationToken).ConfigureAwait(false);
            tap.Sent(channel.Id, request, dialect);
            using var frame = await channel.ExchangeAsync(request, deadline, cancellationToken).ConfigureAwait(false);
            tap.Received(channel.Id, frame.Payload, dialect);
            var response = Read(channel, command, transactionId, frame.Payload, dialect);
            LogAnswer(channel.Id, command, transactionId, response);
            return response;
        }
        catch (EppException e)
        {
            if (logger.IsEnabled(LogLevel.Debug))
            {
                Log.CommandUnanswered(logger, channel.Id, CommandNames.Of(command), e.Delivery, transactionId, e.Message);
            }

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

    private void LogAnswer(string sessionId, IEppCommand command, string transactionId, EppResponse response)
    {
        if (!logger.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        var name = CommandNames.Of(command);
        if (response.IsSuccess)
        {
            Log.CommandAnswered(logger, sessionId, name, response.Code.Value, transactionId, response.ServerTransactionId);
        }
        else
        {
            Log.CommandRefused(logger, sessionId, name, response.Results[0].ToString(), transactionId, response.ServerTransactionId);
        }
    }
}
