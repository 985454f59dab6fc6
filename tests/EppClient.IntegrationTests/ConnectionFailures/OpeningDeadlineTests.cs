using EppClient.Diagnostics;
using EppClient.IntegrationTests.HostileServers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Polly;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Some registries drop connections without a login after some seconds, so one deadline covers the whole opening.</summary>
[Trait("Failure", "7")]
public sealed class OpeningDeadlineTests
{
    [Fact(Timeout = Attempt.Timeout)]
    public async Task Every_connection_logs_in_at_once()
    {
        var logins = 0;
        await using var server = HostileServer.Start(async c =>
        {
            await c.SendAsync(Wire.Greeting);
            var first = await c.ReceiveAsync();
            first.Should().Contain("<login");
            Interlocked.Increment(ref logins);
            await c.SendAsync(Wire.Success(first));
            await c.RespondToAllAsync();
        });
        await using (var pool = Client.For(server, o => o with { Pool = o.Pool with { MinSessions = 3, MaxSessions = 3 } }))
        {
            await using var first = await pool.RentAsync();
            await using var second = await pool.RentAsync();
            await using var third = await pool.RentAsync();
        }

        logins.Should().Be(server.Connections);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Slow_handshake_shortens_the_time_for_the_greeting_and_is_reported()
    {
        var time = new FakeTimeProvider();
        var requested = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var connected = new TaskCompletionSource();
        await using var server = HostileServer.Start(c => c.StallAsync());
        await using var pool = Pool(
            server,
            time,
            async () =>
            {
                requested.SetResult();
                await go.Task;
            },
            new SignalOn(EventIds.Connected, connected));

        var renting = pool.RentAsync();
        await requested.Task;
        time.Advance(TimeSpan.FromSeconds(10));
        go.SetResult();
        await connected.Task;
        time.Advance(TimeSpan.FromSeconds(20));

        var failure = (await FluentActions.Awaiting(() => renting).Should().ThrowAsync<EppTimeoutException>()).Which;
        failure.Phase.Should().Be(EppTimeoutPhase.WaitingForGreeting);
        failure.Timeout.Should().Be(TimeSpan.FromSeconds(30), "the handshake has no separate timeout");
        failure.Delivery.Should().Be(EppDelivery.NotSent);
        failure.Message.Should().MatchRegex("name and TCP connection 0 s, TLS handshake \\d0 s, greeting and login \\d+ s");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Handshake_timeout_is_distinguished_from_a_missing_greeting()
    {
        var time = new FakeTimeProvider();
        var requested = new TaskCompletionSource();
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Pool(server, time, async () =>
        {
            requested.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, time);
        });

        var renting = pool.RentAsync();
        await requested.Task;
        time.Advance(TimeSpan.FromSeconds(15));

        var failure = (await FluentActions.Awaiting(() => renting).Should().ThrowAsync<EppTimeoutException>()).Which;
        failure.Phase.Should().Be(EppTimeoutPhase.Handshaking);
        failure.Timeout.Should().Be(TimeSpan.FromSeconds(15));
        failure.Message.Should().Contain("TLS handshake 15 s");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(EppProxyKind.Socks5)]
    [InlineData(EppProxyKind.HttpConnect)]
    public async Task Proxy_that_does_not_respond_is_reported(EppProxyKind kind)
    {
        await using var proxy = TestProxy.Silent();
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Connection = o.Connection with { Proxy = new EppProxy { Kind = kind, Host = "127.0.0.1", Port = proxy.Port } } });

        var failure = await Client.FailureOf<EppTimeoutException>(() => pool.CheckAsync("a.example", Client.Short), EppDelivery.NotSent);

        failure.Phase.Should().Be(EppTimeoutPhase.OpeningTunnel);
        failure.Message.Should().Contain("EppConnectionOptions.Proxy");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Login_timeout_is_distinguished_from_a_missing_greeting()
    {
        await using var server = HostileServer.Start(async c =>
        {
            await c.SendAsync(Wire.Greeting);
            await c.StallAsync();
        });
        await using var pool = Client.For(server);

        (await Client.FailureOf<EppTimeoutException>(() => pool.CheckAsync("a.example", Client.Short), EppDelivery.NotSent)).Phase.Should().Be(EppTimeoutPhase.LoggingIn);
    }

    private static EppSessionPool Pool(HostileServer server, FakeTimeProvider time, Func<Task> handshaking, ILoggerFactory? logs = null) => new(
        new EppOptions
        {
            Host = "localhost",
            Port = server.Port,
            ClientId = "REG-1",
            Password = "not-a-secret",
            Tls = new EppTlsOptions
            {
                TrustedRoots = [server.TrustedRoot],
                ClientCertificateProvider = async stop =>
                {
                    await handshaking().WaitAsync(stop);
                    return EppClientCertificate.FromCertificate(TestAuthority.Shared.ClientCertificate());
                },
            },
            Timeouts = new EppTimeoutOptions { Command = TimeSpan.FromMinutes(2) },
            Recovery = new EppRecoveryOptions { RetryPipeline = ResiliencePipeline.Empty },
        },
        logs,
        time);

    /// <summary>Completes a task when the library logs an event.</summary>
    private sealed class SignalOn(int id, TaskCompletionSource signal) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == id)
            {
                signal.TrySetResult();
            }
        }

        public void Dispose()
        {
            // There is nothing to release.
        }
    }
}
