using EppClient.Commands;
using EppClient.Extensions.Hosting;
using EppClient.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EppClient.TestHelper.Poll;

/// <summary>One of several machines: a host whose poll worker acquires leadership if no other worker has it.</summary>
internal static class ServiceWork
{
    public static async Task RunAsync(EppOptions options, HandledMessages handled, string connectionString)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(handled.Inbox);
        builder.Services.AddSingleton(EppPostgresLocks.CreateProvider(connectionString));
        builder.Services.AddEppClient("queue", settings => settings.WarmUp = EppWarmUp.None)
            .Configure((_, _) => options)
            .AddPollWorker(worker => worker.Consumer = consumer => consumer with { EmptyDelay = TimeSpan.FromMilliseconds(50), MaxEmptyDelay = TimeSpan.FromMilliseconds(200) })
            .AddPollHandler<PollMessage>((_, delivery, token) => handled.WriteAsync(delivery, token));
        using var host = builder.Build();
        await host.StartAsync();
        await Console.Out.WriteLineAsync("started");
        await host.WaitForShutdownAsync();
    }
}
