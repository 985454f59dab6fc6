using System.Collections.Concurrent;
using EppClient.Commands;
using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.HostileServers;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Services;

/// <summary>The rate limits of a registry, with a pool and a registry.</summary>
public sealed class RateLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ConcurrentQueue<DateTimeOffset> _counted = new();

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "28")]
    public async Task Commands_and_logins_respect_the_rate_within_the_deadline()
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
    public async Task Rate_is_reduced_after_a_response_that_reports_too_many_commands()
    {
        using var log = new ClientLog();
        var limits = new EppRegistryLimits { Rates = [new EppRateLimit(100, Minute)], RateLimitResponses = [new EppRateLimitResponse(EppResultCode.DataPolicyViolation)] };
        await using var registry = new ServiceRegistry(
            ServiceRegistry.Greeting(), request => request.Contains("<info", StringComparison.Ordinal) ? ServiceRegistry.Respond(request, 2308) : null);
        await using var pool = Connect(registry, limits, log);

        (await pool.TrySendAsync(new DomainInfo("a.example"))).Code.Should().Be(EppResultCode.DataPolicyViolation);

        log.Of("RateLimitReduced").Should().ContainSingle().Which.Should().ContainAll("2308", "reduced to 50");
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "28")]
    public async Task Logout_is_omitted_if_the_rate_limit_is_reached()
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
    public async Task Check_with_too_many_names_is_refused_locally()
    {
        await using var registry = new ServiceRegistry(ServiceRegistry.Greeting(), Count);
        await using var pool = Connect(registry, new EppRegistryLimits { MaxNamesPerCheck = 2 });

        (await pool.TrySendAsync(new DomainCheck("a.example", "b.example"))).IsSuccess.Should().BeTrue();
        var check = () => pool.TrySendAsync(new DomainCheck("a.example", "b.example", "c.example"));

        (await check.Should().ThrowAsync<EppValidationException>()).WithMessage("DomainCheck contains 3 objects; the registry accepts 2*");
        registry.Requests.Should().ContainSingle(request => request.Contains("<check"));
    }

    [Theory(Timeout = 30_000)]
    [Trait("Failure", "28")]
    [InlineData(2502, "Too many commands of late", typeof(EppCommandException))]
    [InlineData(2502, "Session limit exceeded; server closing connection", typeof(EppSessionLimitException))]
    [InlineData(2501, "Shutting down", typeof(EppCommandException))]
    [InlineData(2501, "Authentication error; server closing connection", typeof(EppAuthenticationException))]
    public async Task Rate_limited_login_does_not_affect_session_limit_or_credentials(int code, string text, Type expected)
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
