using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace EppClient.IntegrationTests.Hosting;

public sealed class HealthTests
{
    [Fact(Timeout = 60_000)]
    public async Task Responding_registry_and_sufficient_balance_are_healthy()
    {
        await using var dk = DkTestRegistry.Start();

        var report = await ReportOfAsync(dk, client => client.AddSessionCheck().AddBalanceCheck(threshold: 1000m));

        report.Status.Should().Be(HealthStatus.Healthy);
        report.Entries.Keys.Should().BeEquivalentTo("epp-dk", "epp-dk-balance");
    }

    [Fact(Timeout = 60_000)]
    public async Task Balance_below_the_threshold_is_degraded_and_reported()
    {
        await using var dk = DkTestRegistry.Start();

        var report = await ReportOfAsync(dk, client => client.AddBalanceCheck(threshold: 1000.01m));

        report.Entries["epp-dk-balance"].Status.Should().Be(HealthStatus.Degraded);
        report.Entries["epp-dk-balance"].Description.Should().Contain("1000").And.Contain("Add funds");
    }

    [Fact(Timeout = 60_000)]
    public async Task Rejected_login_is_unhealthy_with_the_reason()
    {
        await using var server = EppTestServer.Start(new PollQueueService { TakesLogins = false });
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test", ("WarmUp", "None"));
        builder.AddDk(server).AddSessionCheck();

        var report = await ReportOfAsync(builder);

        report.Entries["epp-dk"].Status.Should().Be(HealthStatus.Unhealthy);
        report.Entries["epp-dk"].Description.Should().Contain("refuses the login").And.NotContain("secret-of-a-test");
    }

    [Fact(Timeout = 60_000)]
    public async Task Unreachable_registry_is_unhealthy()
    {
        var server = EppTestServer.Start(new PollQueueService());
        await server.DisposeAsync();
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test", ("WarmUp", "None"), ("Timeouts:Command", "00:00:02"));
        builder.Services.AddEppClient("dk", builder.Configuration.GetSection(HostOf.Section)).AddSessionCheck();

        var report = await ReportOfAsync(builder);

        report.Entries["epp-dk"].Status.Should().Be(HealthStatus.Unhealthy);
        report.Entries["epp-dk"].Exception.Should().BeAssignableTo<EppException>();
    }

    [Fact(Timeout = 60_000)]
    public async Task Exhausted_pool_is_degraded()
    {
        await using var server = EppTestServer.Start(new PollQueueService());
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test", ("Pool:MaxSessions", "1"), ("Timeouts:Command", "00:00:01"));
        builder.AddDk(server).AddSessionCheck();
        var host = builder.Build();
        await host.StartAsync();
        await using (await host.Services.GetRequiredService<EppSessionPool>().RentAsync())
        {
            (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["epp-dk"].Status.Should().Be(HealthStatus.Degraded);
        }

        await StopAsync(host);
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_pending_too_long_is_reported()
    {
        var service = new PollQueueService();
        service.Enqueue("1");
        await using var server = EppTestServer.Start(service);
        var isHandling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = QueueHost(server, (_, token) =>
        {
            isHandling.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        var host = builder.Build();
        await host.StartAsync();
        await isHandling.Task;

        var entry = (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["epp-dk-queue"];

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Data["waiting"].Should().Be(1UL);
        entry.Data["leader"].Should().Be(true);
        await StopAsync(host);
    }

    [Fact(Timeout = 60_000)]
    public async Task Dead_letter_is_reported_until_it_is_deleted()
    {
        var service = new PollQueueService();
        service.Enqueue("1");
        await using var server = EppTestServer.Start(service);
        var host = QueueHost(server, (_, _) => throw new EppDeadLetterException("Unknown message.")).Build();
        await host.StartAsync();
        await service.WhenAcknowledgedAsync(1);
        var health = host.Services.GetRequiredService<HealthCheckService>();

        // The third request means that the second response, which reports an empty queue, was processed.
        await service.WhenRequestedAsync(3);
        var before = (await health.CheckHealthAsync()).Entries["epp-dk-queue"];
        var worker = host.Services.GetRequiredKeyedService<EppPollWorker>("dk");
        await worker.DeleteDeadLetterAsync((await worker.ReadDeadLettersAsync())[0].Key);

        before.Status.Should().Be(HealthStatus.Degraded);
        before.Description.Should().Contain("The number of dead letters is 1");
        (await health.CheckHealthAsync()).Entries["epp-dk-queue"].Data["deadLetters"].Should().Be(0);
        await StopAsync(host);
    }

    private static HostApplicationBuilder QueueHost(EppTestServer server, Func<EppPollDelivery, CancellationToken, Task> handler)
    {
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test");
        builder.Services.AddSingleton<IEppPollInbox>(new EppMemoryPollInbox());
        builder.AddDk(server).AddQueueCheck(maxAge: TimeSpan.FromSeconds(1))
            .AddPollWorker(options => options.Consumer = consumer => consumer with { EmptyDelay = TimeSpan.FromMilliseconds(10), MaxEmptyDelay = TimeSpan.FromMilliseconds(10) })
            .AddPollHandler<EppClient.Commands.PollMessage>((_, delivery, token) => handler(delivery, token));
        return builder;
    }

    private static Task<HealthReport> ReportOfAsync(DkTestRegistry dk, Action<EppClientBuilder> configure)
    {
        var builder = HostOf.With(dk.Server, dk.User, dk.Password);
        configure(builder.AddDk(dk.Server).AddProfile(DkProfile.Current));
        return ReportOfAsync(builder);
    }

    private static async Task<HealthReport> ReportOfAsync(HostApplicationBuilder builder)
    {
        var host = builder.Build();
        await host.StartAsync();
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await StopAsync(host);
        return report;
    }

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
