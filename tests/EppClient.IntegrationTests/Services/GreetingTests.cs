using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.HostileServers;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Services;

/// <summary>Changed greetings and clock differences, with a pool and a registry.</summary>
public sealed class GreetingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<EppGreetingChange> _changes = [];

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "23")]
    public async Task Changed_services_of_a_registry_are_reported_once()
    {
        using var log = new ClientLog();
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(), request => request.Contains("<hello", StringComparison.Ordinal) ? ServiceRegistry.Greeting("urn:example:new-1.0") : null);
        await using var pool = Connect(registry, Now, log);
        await using var session = await pool.RentAsync();
        _changes.Should().BeEmpty();

        await session.HelloAsync();
        await session.HelloAsync();

        _changes.Should().ContainSingle().Which.AddedServices.Should().Equal("urn:example:new-1.0");
        log.Of("GreetingChanged").Should().ContainSingle().Which.Should().Contain("newly offers urn:example:new-1.0");
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "29")]
    public async Task Registry_clock_is_compared_with_the_local_clock()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting());
        await using var pool = Connect(registry, Now.AddHours(1), null);
        pool.ClockSkew.Should().BeNull();

        await pool.CheckAsync("a.example");

        pool.ClockSkew.Should().Be(TimeSpan.FromHours(-1));
        _changes.Should().ContainSingle().Which.ClockSkew.Should().Be(TimeSpan.FromHours(-1));
    }

    private EppSessionPool Connect(ServiceRegistry registry, DateTimeOffset now, ClientLog? log) =>
        new(registry.Options with { Observability = registry.Options.Observability with { GreetingListener = _changes.Add } }, log, new FakeTimeProvider(now));
}
