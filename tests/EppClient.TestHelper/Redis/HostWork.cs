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

/// <summary>A registrar's backend: one worker polls the message queue, another runs bulk jobs, and the settings limit the sessions of all processes.</summary>
internal static class HostWork
{
    public const string Usage = "host REDIS MAXIMUM TARGET";

    /// <param name="redisAddress">The address of the Redis that counts sessions.</param>
    /// <param name="sharedSessions">The maximum number of sessions.</param>
    /// <param name="target">Port, user, password and root certificate of the registry, separated by vertical bars.</param>
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

            // Sessions end after a few commands each, so that permits keep moving between the processes.
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
