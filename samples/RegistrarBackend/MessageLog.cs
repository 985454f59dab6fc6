using EppClient.Commands;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using Microsoft.Extensions.Logging;

namespace RegistrarBackend;

/// <summary>Fits every message, so that none is parked for want of a handler. The text stays out of the log: it can hold personal data.</summary>
internal sealed partial class MessageLog(ILogger<MessageLog> logger) : IEppPollHandler<PollMessage>
{
    public Task HandleAsync(PollMessage message, EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        Came(logger, message.Id, delivery.Tries);
        return Task.CompletedTask;
    }

    [LoggerMessage(2, LogLevel.Information, "Message {Id} has come, at try {Tries}")]
    private static partial void Came(ILogger logger, string id, int tries);
}
