using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EppClient.Extensions.Hosting;

/// <summary>Checks that messages are handled in time and that there are no dead letters.</summary>
internal sealed class QueueCheck(EppPollWorker worker, TimeSpan maxAge, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var deadLetters = await worker.CountDeadLettersAsync(cancellationToken).ConfigureAwait(false);
        var status = worker.Status;
        var age = status?.OldestQueuedAt is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["leader"] = worker.IsLeader,
            ["waiting"] = status?.Waiting ?? 0,
            ["age"] = age,
            ["deadLetters"] = deadLetters,
            ["blocked"] = status?.IsBlocked == true || worker.StoppedBy is not null,
        };
        if (worker.StoppedBy is { } stopped)
        {
            return new HealthCheckResult(HealthStatus.Unhealthy, stopped.Message, stopped, data);
        }

        if (status is { IsBlocked: true, Failure: var failure })
        {
            return new HealthCheckResult(
                HealthStatus.Unhealthy,
                $"The queue is blocked: neither the message at its head nor its id can be read. Ask the registry to remove it. {failure?.Message}",
                failure,
                data);
        }

        if (age > maxAge)
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                string.Create(CultureInfo.InvariantCulture, $"The oldest message has waited {age:d\\.hh\\:mm\\:ss}, longer than {maxAge:d\\.hh\\:mm\\:ss}. Last failure: {status?.Failure?.Message ?? "none"}"),
                status?.Failure,
                data);
        }

        if (deadLetters > 0)
        {
            return HealthCheckResult.Degraded($"The number of dead letters is {deadLetters}. Fix the cause, then retry or delete them with EppPollWorker.", data: data);
        }

        return HealthCheckResult.Healthy(worker.IsLeader ? "Messages are handled." : "Another process is the leader, or none is yet.", data);
    }
}
