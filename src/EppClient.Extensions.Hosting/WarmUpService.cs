using EppClient.Extensions.Hosting.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EppClient.Extensions.Hosting;

/// <summary>Opens the sessions of one registry account while the host starts.</summary>
internal sealed class WarmUpService(string name, IServiceProvider provider) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var mode = provider.GetRequiredService<IOptionsMonitor<EppClientSettings>>().Get(name).WarmUp;
        if (mode == EppWarmUp.None)
        {
            return;
        }

        try
        {
            var pool = provider.GetRequiredKeyedService<EppSessionPool>(name);
            await pool.WarmUpAsync(cancellationToken).ConfigureAwait(false);

            // If no session is kept open, one is rented to verify that the account works.
            var session = await pool.RentAsync(cancellationToken).ConfigureAwait(false);
            await session.DisposeAsync().ConfigureAwait(false);
        }
        catch (EppException e) when (mode == EppWarmUp.Try)
        {
            var logger = (ILogger?)provider.GetService<ILoggerFactory>()?.CreateLogger(HostingLog.Category) ?? NullLogger.Instance;
            HostingLog.WarmUpFailed(logger, name, provider.GetRequiredKeyedService<ClientRegistration>(name).SettingNames.InText(e.Message));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
