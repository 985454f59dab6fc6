using System.Text;
using EppClient.Commands;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>The worker and its health check with a message that is not well-formed XML.</summary>
public sealed class UnreadableMessageTests
{
    private static readonly Func<string, string, byte[]> ControlCharacter = (_, document) => Encoding.UTF8.GetBytes(document.Replace("Message ", "Message\f", StringComparison.Ordinal));

    [Fact(Timeout = 60_000)]
    public async Task Message_is_dead_lettered_and_the_health_check_is_degraded()
    {
        await using var run = await RunAsync(EppUnreadableMessages.DeadLetter, ControlCharacter);
        var (service, host) = (run.Service, run.Host);
        await service.WhenAcknowledgedAsync(1);
        await service.WhenRequestedAsync(3);

        var entry = await CheckAsync(host);

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Data["deadLetters"].Should().Be(1);
        service.Logins.Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Head_without_an_id_is_unhealthy_until_it_can_be_read()
    {
        await using var run = await RunAsync(EppUnreadableMessages.DeadLetter, (_, _) => "<html><body><br></body></html>"u8.ToArray());
        var (service, host) = (run.Service, run.Host);
        await service.WhenRequestedAsync(3);

        var blocked = await CheckAsync(host);
        service.Damage = null;
        await service.WhenAcknowledgedAsync(1);
        await service.WhenRequestedAsync(service.Requests + 2);
        var after = await CheckAsync(host);

        blocked.Status.Should().Be(HealthStatus.Unhealthy);
        blocked.Description.Should().Contain("is blocked").And.Contain("an HTML page");
        blocked.Data["blocked"].Should().Be(true);
        after.Status.Should().Be(HealthStatus.Healthy);
        service.Logins.Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Worker_with_Stop_ends_and_the_host_continues()
    {
        await using var run = await RunAsync(EppUnreadableMessages.Stop, ControlCharacter);
        var (service, host) = (run.Service, run.Host);
        var worker = host.Services.GetRequiredKeyedService<EppPollWorker>("dk");
        await worker.ExecuteTask!;

        var entry = await CheckAsync(host);

        worker.StoppedBy!.Key!.MessageId.Should().Be("1");
        worker.IsLeader.Should().BeFalse();
        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().Contain("EppPollConsumerOptions.Unreadable");
        service.Acknowledged.Should().BeEmpty();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.Should().BeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_handlers_of_all_messages_get_an_unreadable_message_with_Handle()
    {
        var isMapped = false;
        var handled = new TaskCompletionSource<PollMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var run = await RunAsync(
            EppUnreadableMessages.Handle,
            ControlCharacter,
            worker => worker
                .MapPollEvents<string>(_ =>
                {
                    isMapped = true;
                    return null;
                })
                .AddPollHandler<PollMessage>((message, _, _) =>
                {
                    handled.TrySetResult(message);
                    return Task.CompletedTask;
                }));

        (await handled.Task).XmlFault!.LooksLike.Should().Be("a control character U+000C");
        await run.Service.WhenAcknowledgedAsync(1);
        isMapped.Should().BeFalse();
    }

    /// <summary>A host that processes a queue with one message.</summary>
    private static async Task<QueueRun> RunAsync(EppUnreadableMessages unreadable, Func<string, string, byte[]> damage, Action<EppPollWorkerBuilder>? add = null)
    {
        var service = new PollQueueService { Damage = damage };
        service.Enqueue("1");
        var server = EppTestServer.Start(service);
        var host = HostFor(server, unreadable, add);
        await host.StartAsync();
        return new QueueRun(service, server, host);
    }

    private static IHost HostFor(EppTestServer server, EppUnreadableMessages unreadable, Action<EppPollWorkerBuilder>? add = null)
    {
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test");
        builder.Services.AddSingleton<IEppPollInbox>(new EppMemoryPollInbox());
        var worker = builder.AddDk(server).AddQueueCheck(maxAge: TimeSpan.FromDays(36_500)).AddPollWorker(options => options.Consumer = consumer => consumer with
        {
            Unreadable = unreadable,
            RetryDelay = TimeSpan.FromMilliseconds(1),
            MaxRetryDelay = TimeSpan.FromMilliseconds(10),
            EmptyDelay = TimeSpan.FromMilliseconds(10),
            MaxEmptyDelay = TimeSpan.FromMilliseconds(10),
        });
        add ??= all => all.AddPollHandler<PollMessage>((_, _, _) => Task.CompletedTask);
        add(worker);
        return builder.Build();
    }

    private static async Task<HealthReportEntry> CheckAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["epp-dk-queue"];

    private sealed record QueueRun(PollQueueService Service, EppTestServer Server, IHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Host.StopAsync();
            Host.Dispose();
            await Server.DisposeAsync();
        }
    }
}
