using System.Collections.Concurrent;
using EppClient.Commands.Domain;
using EppClient.IntegrationTests.Callers;
using EppClient.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Services;

/// <summary>The registry's rates between a pool and a registry.</summary>
public sealed class BudgetTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ConcurrentQueue<DateTimeOffset> _counted = new();

    [Fact(Timeout = 30_000)]
    public async Task Row_28_commands_and_logins_stay_below_the_rate_and_the_wait_is_inside_the_deadline()
    {
        var start = _time.GetUtcNow();
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(), Count);
        await using var pool = Connect(registry, new EppRegistryLimits { Rates = [new EppRateLimit(2, Minute) { CountsLogins = true }] });
        await pool.SendAsync(new DomainCheck("a.example"));

        var second = pool.SendAsync(new DomainCheck("b.example"));
        _time.Advance(Minute);
        await second;

        _counted.Should().Equal(start, start, start + Minute);
    }

    [Fact(Timeout = 30_000)]
    public async Task Row_28_answer_that_tells_of_too_many_commands_makes_the_pool_send_less()
    {
        using var log = new ClientLog();
        var limits = new EppRegistryLimits { Rates = [new EppRateLimit(100, Minute)], RateLimitAnswers = [new EppRateLimitAnswer(EppResultCode.DataPolicyViolation)] };
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(), request => request.Contains("<info", StringComparison.Ordinal) ? ServiceRegistry.Answer(request, 2308) : null);
        await using var pool = Connect(registry, limits, log);

        (await pool.ExecuteAsync(new DomainInfo("a.example"))).Code.Should().Be(EppResultCode.DataPolicyViolation);

        log.Of("BudgetShrunk").Should().ContainSingle().Which.Should().ContainAll("2308", "50 are used");
    }

    [Fact(Timeout = 30_000)]
    public async Task Row_28_logout_is_left_out_when_the_rate_is_used_up()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(), Count);
        await using (var pool = Connect(registry, new EppRegistryLimits { Rates = [new EppRateLimit(2, Minute) { CountsLogins = true }] }))
        {
            await pool.SendAsync(new DomainCheck("a.example"));
        }

        registry.Requests.Should().HaveCount(2).And.NotContain(request => request.Contains("<logout"));
    }

    private string? Count(string request)
    {
        _counted.Enqueue(_time.GetUtcNow());
        return null;
    }

    private EppSessionPool Connect(ServiceRegistry registry, EppRegistryLimits limits, ClientLog? log = null)
    {
        var options = registry.Options;
        return new EppSessionPool(
            options with { Profile = options.Profile with { Limits = limits }, Timeouts = options.Timeouts with { Command = TimeSpan.FromMinutes(5), Login = Minute * 5, Connect = Minute * 5 } }, log, _time);
    }
}
