using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EppClient.Extensions.Hosting;

/// <summary>Checks that a session is available and that the registry responds.</summary>
internal sealed class SessionCheck(EppSessionPool pool, SettingNames names) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var session = await pool.RentAsync(cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                await session.HelloAsync(cancellationToken).ConfigureAwait(false);
                return HealthCheckResult.Healthy("The registry responds.");
            }
        }
        catch (EppAuthenticationException e)
        {
            return Failed(context, $"The registry refuses the login: {names.InText(e.Message)}", e);
        }
        catch (EppTimeoutException e) when (e.Phase == EppTimeoutPhase.WaitingForSession)
        {
            // The registry may be healthy while this program uses all its sessions.
            return HealthCheckResult.Degraded($"No session was free: {names.InText(e.Message)}", e);
        }
        catch (EppProtocolException e) when (e.Error == EppConnectionError.UnexpectedMessage)
        {
            return HealthCheckResult.Healthy("The registry responds, but its response to hello is not a greeting.");
        }
        catch (EppException e)
        {
            return Failed(context, names.InText(e.Message), e);
        }
        catch (OperationCanceledException e)
        {
            return Failed(context, "No session was available before the health check timed out. The log shows why sessions take so long.", e);
        }
    }

    private static HealthCheckResult Failed(HealthCheckContext context, string description, Exception exception) =>
        new(context.Registration.FailureStatus, description, exception);
}
