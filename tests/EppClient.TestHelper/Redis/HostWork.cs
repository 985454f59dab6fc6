using System.Security.Cryptography.X509Certificates;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace EppClient.TestHelper.Redis;

/// <summary>A registrar's backend: one worker follows the message queue, another works on bulk jobs, and the settings say how many sessions all processes share.</summary>
internal static class HostWork
{
    public const string Usage = "host REDIS MAXIMUM TARGET";

    /// <param name="redisAddress">Where sessions are counted.</param>
    /// <param name="sharedSessions">How many there may be.</param>
    /// <param name="target">Port, user, password and root certificate of the registry, with bars between.</param>
    public static async Task RunAsync(string redisAddress, string sharedSessions, string target)
    {
        var parts = target.Split('|');
        using var root = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(parts[3]));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Epp:Dk:Host"] = "localhost",
            ["Epp:Dk:Port"] = parts[0],
            ["Epp:Dk:ClientId"] = parts[1],
            ["Epp:Dk:Password"] = parts[2],
            ["Epp:Dk:Pool:MaxSessions"] = "2",
            ["Epp:Dk:Pool:SharedMaxSessions"] = sharedSessions,
        });
        var redis = await ConnectionMultiplexer.ConnectAsync(redisAddress);
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => redis);
        builder.Services.AddSingleton<IEppPollInbox, EppMemoryPollInbox>();
        builder.Services.AddEppClient("dk", builder.Configuration.GetSection("Epp:Dk"))
            .AddProfile(DkProfile.Current)
            .AddSessionQuota((options, sessions, provider) => new RedisSessionQuota(provider.GetRequiredService<IConnectionMultiplexer>(), RedisSessionQuotaOptions.For(options, sessions)))

            // Sessions that end after a few commands each, so that the processes keep taking room from each other.
            .Configure((options, _) => options with
            {
                Tls = new EppTlsOptions { TrustedRoots = [root] },
                Pool = options.Pool with { MaxCommandsPerSession = 5 },
            })
            .AddPollWorker()
            .AddPollHandler<PollMessage>((_, _, _) => Task.CompletedTask);
        builder.Services.AddHostedService<BulkService>();
        using var host = builder.Build();
        await host.RunAsync();
    }
}
