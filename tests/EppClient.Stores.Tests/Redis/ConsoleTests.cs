using EppClient.Dk.Testing;
using EppClient.TestSupport.Consoles;

namespace EppClient.Stores.Tests.Redis;

/// <summary>The behavior of the console with the settings of a shared limit, and with an unavailable Redis.</summary>
public sealed class ConsoleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("epp-budget-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Unreachable_redis_prevents_a_session_and_the_message_states_the_remedy()
    {
        await using var registry = DkTestRegistry.Start();

        var outcome = await RunAsync(registry, "--redis", "127.0.0.1:1", "--shared-sessions", "4");

        outcome.ExitCode.Should().Be(3, outcome.ToString());
        outcome.Error.Should().Contain("Redis at 127.0.0.1:1 cannot be reached. Start it, or correct --redis.");
        registry.Sessions.Should().BeEmpty();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--redis needs --shared-sessions", "--redis", "127.0.0.1:1")]
    [InlineData("need --redis", "--shared-sessions", "4")]
    [InlineData("--shared-sessions must be a number from 1", "--redis", "127.0.0.1:1", "--shared-sessions", "0")]
    [InlineData("--redis-password-env", "--redis", "127.0.0.1:1,password=secret-of-redis", "--shared-sessions", "4")]
    [InlineData("foo", "--redis", "127.0.0.1:1,foo=bar", "--shared-sessions", "4")]
    public async Task Invalid_setting_is_reported_by_name(string expected, params string[] args)
    {
        await using var registry = DkTestRegistry.Start();

        var outcome = await RunAsync(registry, args);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain(expected).And.NotContain("secret-of-redis").And.NotContain("Parameter");
        registry.Sessions.Should().BeEmpty();
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Named_connection_shares_its_limit_and_reads_the_redis_password_from_a_variable()
    {
        var redis = new RedisServer();
        await redis.InitializeAsync();
        try
        {
            await using var connection = await redis.ConnectAsync(asAdmin: true);
            await connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "requirepass", "secret-of-redis");
            await using var registry = DkTestRegistry.Start();
            var file = Path.Combine(_folder, "connections.json");
            await File.WriteAllTextAsync(file, $$"""
                {
                  "open": { "redis": "{{redis.Address}}", "sharedSessions": 1, "sharedKey": "budget" },
                  "known": { "redis": "{{redis.Address}}", "sharedSessions": 1, "sharedKey": "budget", "redisPasswordEnv": "{{ConsoleProcess.PasswordVariable}}" }
                }
                """);

            var refused = await RunAsync(registry, "--connections", file, "--to", "open");
            var wrong = await RunAsync(registry, "--connections", file, "--to", "known");
            await connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "requirepass", registry.Password);
            var keys = await connection.GetSubscriber().SubscribeAsync(StackExchange.Redis.RedisChannel.Literal("__keyspace@0__:budget"));
            var right = await RunAsync(registry, "--connections", file, "--to", "known");

            (refused.ExitCode, wrong.ExitCode, right.ExitCode).Should().Be((3, 3, 0), "{0}\n{1}\n{2}", refused, wrong, right);
            refused.Error.Should().Contain("--redis-password-env");
            wrong.Error.Should().Contain("--redis-password-env").And.NotContain(registry.Password);
            (await keys.ReadAsync()).Message.Should().Be("zadd", "its session was counted under the key of the file");
        }
        finally
        {
            await redis.DisposeAsync();
        }
    }

    private async Task<Outcome> RunAsync(DkTestRegistry registry, params string[] args)
    {
        var authority = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(authority, registry.Server.ExportCaPem());
        return await ConsoleProcess.RunAsync(
            registry.Password,
            ["login", "--host", registry.Host, "--port", $"{registry.Port}", "--user", registry.User, "--password-env", ConsoleProcess.PasswordVariable, "--ca", authority, "--profile", "dk", .. args]);
    }
}
