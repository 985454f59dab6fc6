using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EppClient.Extensions.Hosting;

/// <summary>
/// Adds health checks for a registry account, named <c>epp-NAME</c>, <c>epp-NAME-queue</c> and <c>epp-NAME-balance</c>, with the tag <c>epp</c>.
/// </summary>
public static class EppHealthCheckExtensions
{
    private static readonly string[] Tags = ["epp"];
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Adds a check that a session is available and that the registry responds to a hello. A refused login is unhealthy, with the reason.</summary>
    /// <param name="builder">The registration.</param>
    public static EppClientBuilder AddSessionCheck(this EppClientBuilder builder) => Add(
        builder, string.Empty, HealthStatus.Unhealthy, provider => new SessionCheck(
            provider.GetRequiredKeyedService<EppSessionPool>(builder.Name), provider.GetRequiredKeyedService<ClientRegistration>(builder.Name).SettingNames));

    /// <summary>
    /// Adds a check that no message has waited too long and that there are no dead letters. Degraded if a message has waited too long or is a dead letter;
    /// unhealthy if an unreadable message blocks the queue. If another process is the leader, the check of that process reports this. Requires a poll worker.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="maxAge">The maximum age of the oldest message.</param>
    public static EppClientBuilder AddQueueCheck(this EppClientBuilder builder, TimeSpan maxAge)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxAge, TimeSpan.Zero);
        return Add(builder, "-queue", HealthStatus.Degraded, provider => new QueueCheck(
            provider.GetKeyedService<EppPollWorker>(builder.Name) ?? throw new InvalidOperationException($"The queue check of '{builder.Name}' requires a poll worker. Add one with AddPollWorker."),
            maxAge,
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }

    /// <summary>
    /// Adds a check that the balance of a prepaid account is sufficient; degraded if it is not. It compares the balance, because the meaning of available
    /// credit differs between registries. For registries with the balance extension, such as .dk.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="threshold">The minimum balance, in the account's currency.</param>
    public static EppClientBuilder AddBalanceCheck(this EppClientBuilder builder, decimal threshold) => Add(
        builder, "-balance", HealthStatus.Degraded, provider => new BalanceCheck(provider.GetRequiredKeyedService<EppSessionPool>(builder.Name), threshold));

    private static EppClientBuilder Add(EppClientBuilder builder, string suffix, HealthStatus failure, Func<IServiceProvider, IHealthCheck> check)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration($"epp-{builder.Name}{suffix}", check, failure, Tags, DefaultTimeout));
        return builder;
    }
}
