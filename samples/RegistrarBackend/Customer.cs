using EppClient.Dk;
using Samples;

namespace RegistrarBackend;

/// <summary>A customer who wants a domain.</summary>
internal sealed class Customer(IDkRegistrar registrar, TimeProvider? time = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var application = new DkDomainApplication("nyt.dk", EmbeddedRegistry.Registrant, (time ?? TimeProvider.System).GetUtcNow(), EmbeddedRegistry.NameServers);

        // DecisionHandler gets the decision.
        _ = await registrar.ApplyAsync(application, stoppingToken);
    }
}
