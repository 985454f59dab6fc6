using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;
using Medallion.Threading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EppClient.IntegrationTests.Hosting;

public sealed class PollWorkerTests : IAsyncLifetime
{
    private readonly PollQueueService _service = new();
    private readonly EppMemoryPollInbox _inbox = new();
    private EppTestServer _server = null!;

    public Task InitializeAsync()
    {
        _server = EppTestServer.Start(_service);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task All_handlers_of_the_message_type_are_called()
    {
        _service.Enqueue("odd-1", "even-2");
        List<string> calls = [];
        await RunAsync(worker => worker
            .MapPollEvents<object>(message => message.Id.StartsWith("odd", StringComparison.Ordinal) ? new Odd(message.Id) : new Even(message.Id))
            .AddPollHandler<Odd>((odd, _, _) => Note(calls, $"odd {odd.Id}"))
            .AddPollHandler<Even>((even, _, _) => Note(calls, $"even {even.Id}"))
            .AddPollHandler<PollMessage>((message, _, _) => Note(calls, $"all {message.Id}")), acknowledged: 2);

        calls.Should().Equal("odd odd-1", "all odd-1", "even even-2", "all even-2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Handler_is_resolved_in_a_new_scope_for_each_message()
    {
        _service.Enqueue("1", "2");
        var seen = new Seen();
        await RunAsync(
            worker => worker.AddPollHandler<PollMessage, ScopedHandler>(),
            acknowledged: 2,
            services => services.AddSingleton(seen).AddScoped<Scope>());

        seen.Messages.Should().Equal("1", "2");
        seen.Scopes.Distinct().Should().HaveCount(2);
        seen.Scopes.Should().OnlyContain(scope => scope.IsDisposed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_without_a_handler_is_dead_lettered()
    {
        _service.Enqueue("1");
        await RunAsync(worker => worker.AddPollHandler<Odd>((_, _, _) => Task.CompletedTask), acknowledged: 1);

        var deadLetter = await _inbox.ReadDeadLettersAsync(AccountOf(), default);

        deadLetter.Should().ContainSingle().Which.Reason.Should().Contain("No handler matches");
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_without_a_handler_can_be_acknowledged()
    {
        _service.Enqueue("1");
        await RunAsync(worker => worker.AddPollHandler<Odd>((_, _, _) => Task.CompletedTask), acknowledged: 1, configure: options => options.Unhandled = EppUnhandledMessages.Complete);

        (await _inbox.ReadDeadLettersAsync(AccountOf(), default)).Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Dk_messages_are_delivered_as_their_types()
    {
        await using var dk = DkTestRegistry.Start(new DkTestRegistryOptions(), seed => seed
            .Contact("IP100-DK", "Ida Prøve", contact => contact with { Sponsor = "REG-100001" })
            .Hosts("REG-100001", "ns1.navneserver.example", "ns2.navneserver.example"));
        var decided = new TaskCompletionSource<DkApplicationDecided>(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = HostOf.With(dk.Server, dk.User, dk.Password);
        builder.Services.AddSingleton<IEppPollInbox>(_inbox);
        builder.AddDk(dk.Server).AddProfile(DkProfile.Current)
            .AddPollWorker(Quick)
            .MapPollEvents(DkPollEvent.From)
            .AddPollHandler<DkPollEvent>((_, _, _) => Task.CompletedTask)
            .AddPollHandler<DkApplicationDecided>((message, _, _) =>
            {
                decided.TrySetResult(message);
                return Task.CompletedTask;
            });
        var host = builder.Build();
        await host.StartAsync();

        await host.Services.GetRequiredService<IEppClient>().SendAsync(
            DkDomain.Create("ny.dk", "IP100-DK", dk.Clock.GetUtcNow(), "ns1.navneserver.example", "ns2.navneserver.example"));
        dk.Registry.Advance(TimeSpan.FromMinutes(1));

        (await decided.Task).Subject.Should().Be("ny.dk");
        await StopAsync(host);
    }

    [Fact]
    public void Missing_inbox_is_reported_with_the_registrations()
    {
        var builder = HostOf.With(_server, "REG-1", "secret-of-a-test");
        builder.AddDk(_server).AddPollWorker();
        using var host = builder.Build();

        var make = () => host.Services.GetRequiredKeyedService<EppPollWorker>("dk");

        make.Should().Throw<InvalidOperationException>().WithMessage("*'dk' needs an IEppPollInbox*EppSqlitePollInbox*");
    }

    [Fact]
    public void Invalid_options_are_reported_by_name()
    {
        var builder = HostOf.With(_server, "REG-1", "secret-of-a-test");
        builder.Services.AddSingleton<IEppPollInbox>(_inbox);
        builder.AddDk(_server).AddPollWorker(options => (options.LockTimeout, options.Unhandled) = (TimeSpan.Zero, (EppUnhandledMessages)9));
        using var host = builder.Build();

        var make = () => host.Services.GetRequiredKeyedService<EppPollWorker>("dk");

        make.Should().Throw<EppOptionsException>().Which.Failures.Should().HaveCount(2)
            .And.Contain(failure => failure.StartsWith("EppPollWorkerOptions.LockTimeout is 00:00:00", StringComparison.Ordinal)).And.Contain(failure => failure.StartsWith("EppPollWorkerOptions.Unhandled is 9", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Failed_release_of_the_lock_is_not_logged_as_a_failed_request()
    {
        _service.Enqueue("1");
        var log = new HostingEvents();

        await RunAsync(
            worker => worker.AddPollHandler<PollMessage>((_, _, _) => Task.CompletedTask),
            acknowledged: 1,
            services => services.AddLogging(logging => logging.AddProvider(log)),
            options => options.Lock = new LockWithoutRelease());

        log.Ids.Should().Contain(7016).And.NotContain(7012);
    }

    [Fact]
    public void Second_worker_of_a_queue_is_rejected()
    {
        var builder = HostOf.With();
        var client = builder.AddDk();
        client.AddPollWorker();

        var again = () => client.AddPollWorker();

        again.Should().Throw<InvalidOperationException>().WithMessage("*already has a poll worker*");
    }

    private async Task RunAsync(
        Action<EppPollWorkerBuilder> add, int acknowledged, Action<IServiceCollection>? services = null, Action<EppPollWorkerOptions>? configure = null)
    {
        var builder = HostOf.With(_server, "REG-1", "secret-of-a-test");
        builder.Services.AddSingleton<IEppPollInbox>(_inbox);
        services?.Invoke(builder.Services);
        add(builder.AddDk(_server).AddPollWorker(options =>
        {
            Quick(options);
            configure?.Invoke(options);
        }));
        var host = builder.Build();
        await host.StartAsync();
        await _service.WhenAcknowledgedAsync(acknowledged);
        await StopAsync(host);
    }

    private static void Quick(EppPollWorkerOptions options) =>
        options.Consumer = consumer => consumer with { EmptyDelay = TimeSpan.FromMilliseconds(10), MaxEmptyDelay = TimeSpan.FromMilliseconds(10) };

    private string AccountOf() => FormattableString.Invariant($"REG-1@{_server.Host}:{_server.Port}");

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private static Task Note(List<string> calls, string call)
    {
        calls.Add(call);
        return Task.CompletedTask;
    }

    private sealed record Odd(string Id);

    private sealed record Even(string Id);

    private sealed class Seen
    {
        public List<string> Messages { get; } = [];

        public List<Scope> Scopes { get; } = [];
    }

    private sealed class Scope : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class ScopedHandler(Seen seen, Scope scope) : IEppPollHandler<PollMessage>
    {
        public Task HandleAsync(PollMessage message, EppPollDelivery delivery, CancellationToken cancellationToken)
        {
            seen.Messages.Add(message.Id);
            seen.Scopes.Add(scope);
            return Task.CompletedTask;
        }
    }

    /// <summary>A lock that one process gets, and whose connection is lost before it is released.</summary>
    private sealed class LockWithoutRelease : IDistributedLock, IDistributedSynchronizationHandle
    {
        public string Name => "lock";

        public CancellationToken HandleLostToken => CancellationToken.None;

        public ValueTask<IDistributedSynchronizationHandle?> TryAcquireAsync(TimeSpan timeout = default, CancellationToken cancellationToken = default) => new(this);

        public ValueTask<IDistributedSynchronizationHandle> AcquireAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => new(this);

        public IDistributedSynchronizationHandle? TryAcquire(TimeSpan timeout = default, CancellationToken cancellationToken = default) => this;

        public IDistributedSynchronizationHandle Acquire(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => this;

        public ValueTask DisposeAsync() => throw new IOException("The connection is lost.");

        public void Dispose()
        {
        }
    }

    private sealed class HostingEvents : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<int> _ids = new();

        public IReadOnlyCollection<int> Ids => _ids;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _ids.Enqueue(eventId.Id);

        public void Dispose()
        {
        }
    }
}
