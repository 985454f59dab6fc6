using System.Collections.Concurrent;
using EppClient.Commands;
using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.HostileServers;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Services;

/// <summary>The registry's rates between a pool and a registry.</summary>
public sealed class RateLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ConcurrentQueue<DateTimeOffset> _counted = new();

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "28")]
    public async Task Commands_and_logins_stay_below_the_rate_and_the_wait_is_inside_the_deadline()
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
    [Trait("Failure", "28")]
    public async Task Response_that_reports_too_many_commands_makes_the_pool_send_less()
    {
        using var log = new ClientLog();
        var limits = new EppRegistryLimits { Rates = [new EppRateLimit(100, Minute)], RateLimitResponses = [new EppRateLimitResponse(EppResultCode.DataPolicyViolation)] };
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(), request => request.Contains("<info", StringComparison.Ordinal) ? ServiceRegistry.Respond(request, 2308) : null);
        await using var pool = Connect(registry, limits, log);

        (await pool.TrySendAsync(new DomainInfo("a.example"))).Code.Should().Be(EppResultCode.DataPolicyViolation);

        log.Of("RateLimitReduced").Should().ContainSingle().Which.Should().ContainAll("2308", "50 are used");
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "28")]
    public async Task Logout_is_left_out_when_the_rate_is_used_up()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(), Count);
        await using (var pool = Connect(registry, new EppRegistryLimits { Rates = [new EppRateLimit(2, Minute) { CountsLogins = true }] }))
        {
            await pool.SendAsync(new DomainCheck("a.example"));
        }

        registry.Requests.Should().HaveCount(2).And.NotContain(request => request.Contains("<logout"));
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "28")]
    public async Task Check_of_more_names_than_the_registry_takes_is_refused_here()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(), Count);
        await using var pool = Connect(registry, new EppRegistryLimits { MaxNamesPerCheck = 2 });

        (await pool.TrySendAsync(new DomainCheck("a.example", "b.example"))).IsSuccess.Should().BeTrue();
        var check = () => pool.TrySendAsync(new DomainCheck("a.example", "b.example", "c.example"));

        (await check.Should().ThrowAsync<EppValidationException>()).WithMessage("DomainCheck asks about 3 objects; the registry takes 2*");
        registry.Requests.Should().ContainSingle(request => request.Contains("<check"));
    }

    [Theory(Timeout = 30_000)]
    [Trait("Failure", "28")]
    [InlineData(2502, "Too many commands of late", typeof(EppCommandException))]
    [InlineData(2502, "Session limit exceeded; server closing connection", typeof(EppSessionLimitException))]
    [InlineData(2501, "Shutting down", typeof(EppCommandException))]
    [InlineData(2501, "Authentication error; server closing connection", typeof(EppAuthenticationException))]
    public async Task Login_that_came_too_soon_says_nothing_of_sessions_and_credentials(int code, string text, Type expected)
    {
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(), request => Wire.Response(code, Wire.TransactionOf(request)).Replace("Text", text, StringComparison.Ordinal));
        await using var pool = registry.Connect(options => options with
        {
            Profile = options.Profile with
            {
                ClosingTexts = ["shutting down"],
                Limits = new EppRegistryLimits { RateLimitResponses = [new EppRateLimitResponse(EppResultCode.SessionLimitClosingSession, "too many commands")] },
            },
        });

        var failure = await Client.FailureOf(() => pool.SendAsync(new DomainCheck("a.example")));

        failure.Should().BeOfType(expected);
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
