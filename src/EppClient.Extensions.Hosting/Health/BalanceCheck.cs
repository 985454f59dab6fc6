using System.Globalization;
using EppClient.Commands;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EppClient.Extensions.Hosting;

/// <summary>Whether a prepaid account has enough left.</summary>
internal sealed class BalanceCheck(IEppClient client, decimal threshold) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await client.SendAsync(new BalanceInfo(), cancellationToken).ConfigureAwait(false);
            var left = response.Data.Balance;
            return left >= threshold
                ? HealthCheckResult.Healthy("The balance suffices.")
                : new HealthCheckResult(
                    context.Registration.FailureStatus,
                    string.Create(CultureInfo.InvariantCulture, $"{left} is left, less than {threshold}: pay in, or registrations and renewals will be refused."));
        }
        catch (EppException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The balance could not be read: {e.Message}", e);
        }
    }
}
