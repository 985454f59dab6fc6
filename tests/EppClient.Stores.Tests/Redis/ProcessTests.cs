using EppClient.Dk.Testing;
using EppClient.Redis;

namespace EppClient.Stores.Tests.Redis;

/// <summary>Several processes share the session limit of one account; the registry counts the sessions.</summary>
public sealed class ProcessTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private const int Limit = 3;
    private const int Wanted = 3;
    private const int ComeAndGo = 200;

    [SkippableFact(Timeout = 120_000)]
    public async Task Total_of_all_processes_stays_within_the_limit_also_when_one_is_killed()
    {
        await using var connection = await redis.ConnectAsync();
        using var counter = new SessionCounter(closeAtOnce: ComeAndGo);
        var options = new RedisSessionQuotaOptions { Key = "processes", MaxSessions = Limit, Lease = TimeSpan.FromSeconds(3) };
        using var first = new HelperProcess("permits", redis, options, counter.Address, "first", Wanted);
        using var second = new HelperProcess("permits", redis, options, counter.Address, "second", Wanted);
        using var third = new HelperProcess("permits", redis, options, counter.Address, "third", Wanted);

        await counter.WhenAsync((open, seen) => seen > ComeAndGo && open.Count == Limit);
        var victim = await KillOneThatHasSessionsAsync(counter, first, second, third);
        await counter.WhenAsync((open, _) => !open.Contains(victim));
        await counter.WhenAsync((open, _) => open.Count == Limit);

        counter.Most.Should().Be(Limit, "the total never exceeds the limit, and all of it is used");
        (await connection.GetDatabase().SortedSetLengthAsync(options.Key)).Should().BeLessThanOrEqualTo(Limit);
    }

    [SkippableFact(Timeout = 120_000)]
    [Trait("Failure", "6")]
    public async Task Pools_of_all_processes_stay_within_the_limit_also_when_one_is_killed()
    {
        await using var connection = await redis.ConnectAsync();
        await using var registry = DkTestRegistry.Start();
        await using var gate = new ConnectionCounter(registry.Port);
        var target = string.Join('|', gate.Port, registry.User, registry.Password, Convert.ToBase64String(registry.CaCertificate.RawData));
        var options = new RedisSessionQuotaOptions { Key = "pools", MaxSessions = Limit, Lease = TimeSpan.FromSeconds(3) };
        using var first = new HelperProcess("pool", redis, options, target, "first", Wanted);
        using var second = new HelperProcess("pool", redis, options, target, "second", Wanted);
        using var third = new HelperProcess("pool", redis, options, target, "third", Wanted);

        await Task.WhenAll(first.Responded, second.Responded, third.Responded);
        await gate.WhenAsync((open, seen) => seen > ComeAndGo / 4 && open == Limit);
        first.Kill();
        var before = gate.Seen;
        await gate.WhenAsync((open, seen) => seen > before + (ComeAndGo / 4) && open == Limit);

        gate.Most.Should().Be(Limit, "the total never exceeds the limit, and all of it is used");
    }

    private static async Task<string> KillOneThatHasSessionsAsync(SessionCounter counter, params HelperProcess[] processes)
    {
        var victim = string.Empty;
        await counter.WhenAsync((open, _) =>
        {
            victim = open.FirstOrDefault() ?? string.Empty;
            return victim.Length > 0;
        });
        processes.Single(process => process.Name == victim).Kill();
        return victim;
    }
}
