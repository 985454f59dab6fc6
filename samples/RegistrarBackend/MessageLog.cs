using EppClient.Commands;
using EppClient.Extensions.Hosting;
using EppClient.Polling;

namespace RegistrarBackend;

/// <summary>Handles every message, so that none becomes a dead letter for lack of a handler. The text is not logged: it can contain personal data.</summary>
internal sealed partial class MessageLog(ILogger<MessageLog> logger) : IEppPollHandler<PollMessage>
{
    public Task HandleAsync(PollMessage message, EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        Came(logger, message.Id, delivery.Tries);
        return Task.CompletedTask;
    }

    [LoggerMessage(2, LogLevel.Information, "Message {Id} received, attempt {Tries}")]
    private static partial void Came(ILogger logger, string id, int tries);
}
