using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RegistrarBackend;

/// <summary>Writes changes of the health of the service to the log. Reports arrive one after the other. A web application would map it to an endpoint instead.</summary>
internal sealed partial class HealthLog(ILogger<HealthLog> logger) : IHealthCheckPublisher
{
    private readonly Dictionary<string, (HealthStatus Status, string? Description)> _last = new(StringComparer.Ordinal);

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, entry) in report.Entries)
        {
            if (_last.TryGetValue(name, out var last) && last == (entry.Status, entry.Description))
            {
                continue;
            }

            _last[name] = (entry.Status, entry.Description);
            Checked(logger, entry.Status == HealthStatus.Healthy ? LogLevel.Information : LogLevel.Warning, name, entry.Status, entry.Description);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 3, Message = "{Check} is {Status}: {Description}")]
    private static partial void Checked(ILogger logger, LogLevel level, string check, HealthStatus status, string? description);
}
