using EppClient.Dk;
using EppClient.Extensions.Hosting;
using EppClient.Polling;

namespace Samples;

/// <summary>Handles the registry's decisions on applications. A message is acknowledged after its handlers have completed.</summary>
internal sealed partial class DecisionHandler(ILogger<DecisionHandler> logger) : IEppPollHandler<DkApplicationDecided>
{
    public Task HandleAsync(DkApplicationDecided message, EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        Decided(logger, message.Subject, message.Decision);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "The application for {Domain} was decided: {Decision}")]
    private static partial void Decided(ILogger logger, string? domain, DkApplicationDecision decision);
}
