using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EppClient.Extensions.Hosting;

/// <summary>Adds health checks of a registry, named <c>epp-NAME</c>, <c>epp-NAME-queue</c> and <c>epp-NAME-balance</c>, with the tag <c>epp</c>.</summary>
public static class EppHealthCheckExtensions
{
    private static readonly string[] Tags = ["epp"];
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Checks that a session can be had and that the registry answers a hello. A login that is refused is unhealthy, with the reason.</summary>
    /// <param name="builder">The registration.</param>
    public static EppClientBuilder AddSessionCheck(this EppClientBuilder builder) => Add(
        builder, string.Empty, HealthStatus.Unhealthy, provider => new SessionCheck(provider.GetRequiredKeyedService<EppSessionPool>(builder.Name)));

    /// <summary>
    /// Checks that no message waits for too long, and that none is parked. Degraded where one does; unhealthy where a message that cannot be read
    /// blocks the queue. If another process is the leader, the check of that process reports this. Requires a poll worker.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="maxAge">The greatest age of the oldest message.</param>
    public static EppClientBuilder AddQueueCheck(this EppClientBuilder builder, TimeSpan maxAge)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxAge, TimeSpan.Zero);
        return Add(builder, "-queue", HealthStatus.Degraded, provider => new QueueCheck(
            provider.GetKeyedService<EppPollWorker>(builder.Name) ?? throw new InvalidOperationException($"The queue of '{builder.Name}' is checked where it is worked: add a poll worker."),
            maxAge,
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }

    /// <summary>
    /// Checks that a prepaid account has enough left; degraded where it has not. It is the balance that counts: what registries call available credit
    /// differs from one to the next. For registries with the balance extension, such as .dk.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="threshold">The least that must be left, in the account's currency.</param>
    public static EppClientBuilder AddBalanceCheck(this EppClientBuilder builder, decimal threshold) => Add(
        builder, "-balance", HealthStatus.Degraded, provider => new BalanceCheck(provider.GetRequiredKeyedService<EppSessionPool>(builder.Name), threshold));

    private static EppClientBuilder Add(EppClientBuilder builder, string suffix, HealthStatus failure, Func<IServiceProvider, IHealthCheck> check)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration($"epp-{builder.Name}{suffix}", check, failure, Tags, DefaultTimeout));
        return builder;
    }
}
