using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace RegistrarBackend;

/// <summary>Writes the health of the service to the log. A web application would map it to an endpoint instead.</summary>
internal sealed partial class HealthLog(ILogger<HealthLog> logger) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, entry) in report.Entries)
        {
            Checked(logger, entry.Status == HealthStatus.Healthy ? LogLevel.Information : LogLevel.Warning, name, entry.Status, entry.Description);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 3, Message = "{Check} is {Status}: {Description}")]
    private static partial void Checked(ILogger logger, LogLevel level, string check, HealthStatus status, string? description);
}
