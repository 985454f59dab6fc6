using System.Globalization;
using EppClient.Commands;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EppClient.Extensions.Hosting;

/// <summary>Checks whether the balance of a prepaid account is sufficient.</summary>
internal sealed class BalanceCheck(IEppClient client, decimal threshold) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await client.SendAsync(new BalanceInfo(), cancellationToken).ConfigureAwait(false);
            var left = response.Data.Balance;
            return left >= threshold
                ? HealthCheckResult.Healthy("The balance is sufficient.")
                : new HealthCheckResult(
                    context.Registration.FailureStatus,
                    string.Create(CultureInfo.InvariantCulture, $"The balance is {left}, less than {threshold}. Add funds; otherwise registrations and renewals will be rejected."));
        }
        catch (EppException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The balance could not be read: {e.Message}", e);
        }
    }
}
