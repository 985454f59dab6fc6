using System.Collections.Concurrent;
using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Services;

/// <summary>Password changes while a pool is in use, including a lost connection during the change.</summary>
public sealed class PasswordChangeTests
{
    private const string Old = "old-pw-1";
    private const string New = "new-pw-2";

    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Commands_continue_while_the_password_is_changed(int sessions)
    {
        await using var registry = new PasswordRegistry(Old);
        await using var pool = Connect(registry, o => o with { Pool = o.Pool with { MaxSessions = sessions, MaxCommandsPerSession = 5 } });
        var work = Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await pool.CheckAsync($"a{worker}-{i}.example");
            }
        })));

        await pool.ChangePasswordAsync(New);
        await work;

        registry.Password.Should().Be(New);
        registry.Refused.Should().Be(0);
        registry.Logins.Where(login => login.Contains('>')).Should().Equal($"{Old}>{New}");
        registry.Logins.SkipWhile(login => !login.Contains('>')).Skip(1).Should().OnlyContain(login => login == New);
    }

    [Fact(Timeout = 30_000)]
    public async Task Open_sessions_stay_except_one_closed_for_capacity()
    {
        await using var registry = new PasswordRegistry(Old);
        await using var pool = Connect(registry, o => o with { Pool = o.Pool with { MaxSessions = 3 } });
        var open = await Task.WhenAll(pool.RentAsync(), pool.RentAsync(), pool.RentAsync());
        foreach (var session in open)
        {
            await session.DisposeAsync();
        }

        await pool.ChangePasswordAsync(New);
        await pool.CheckAsync("a.example");

        registry.Logins.Should().Equal(Old, Old, Old, $"{Old}>{New}");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(nameof(PasswordRegistry.Change.CutAfterwards), 2200, 0)]
    [InlineData(nameof(PasswordRegistry.Change.CutBefore), 2200, 1)]
    [InlineData(nameof(PasswordRegistry.Change.CutBefore), 2501, 1)]
    public async Task Interrupted_change_completes_with_at_most_one_rejected_login_and_no_failed_command(string cut, int refusalCode, int refusals)
    {
        await using var registry = new PasswordRegistry(Old) { RefusalCode = refusalCode };
        registry.Changes.Enqueue(Enum.Parse<PasswordRegistry.Change>(cut));
        await using var pool = Connect(registry, o => o with { Pool = o.Pool with { MaxSessions = 2, MaxCommandsPerSession = 3 } });
        var work = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await pool.CheckAsync($"a{i}.example");
            }
        });

        await pool.ChangePasswordAsync(New);
        await work;

        registry.Password.Should().Be(New);
        registry.Refused.Should().Be(refusals);
        registry.Logins[^1].Should().BeOneOf(New, $"{Old}>{New}");
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "21")]
    public async Task Rejected_password_does_not_stop_the_pool_and_is_not_logged_or_shown()
    {
        using var log = new ClientLog();
        List<EppWireMessage> wire = [];
        await using var registry = new PasswordRegistry(Old);
        registry.Changes.Enqueue(PasswordRegistry.Change.Refuse);
        await using var pool = new EppSessionPool(registry.Options with { Observability = registry.Options.Observability with { WireListener = wire.Add } }, log);
        await pool.CheckAsync("a.example");

        var refusal = (await pool.Invoking(p => p.ChangePasswordAsync(New)).Should().ThrowAsync<EppCommandException>()).Which;
        await pool.CheckAsync("b.example");

        refusal.Code.Should().Be(EppResultCode.ParameterPolicyError);
        registry.Password.Should().Be(Old);
        log.Texts.Append(refusal.ToString()).Concat(wire.Select(message => message.Xml)).Should().NotContain(text => text.Contains(New) || text.Contains(Old));
        await pool.ChangePasswordAsync(New);
        registry.Password.Should().Be(New);
    }

    [Fact(Timeout = 30_000)]
    public async Task Password_that_violates_schema_or_policy_is_refused_before_it_is_sent()
    {
        await using var registry = new PasswordRegistry(Old);
        await using var pool = Connect(registry, o => o with { Profile = o.Profile with { PasswordPolicy = new EppPasswordPolicy { MinLength = 3 } } });

        (await pool.Invoking(p => p.ChangePasswordAsync("ab")).Should().ThrowAsync<EppValidationException>()).Which.Rule.Should().Contain("3 to");
        (await pool.Invoking(p => p.ChangePasswordAsync("abcde")).Should().ThrowAsync<EppValidationException>()).Which.Member.Should().Contain("NewPassword");
        await pool.CheckAsync("a.example");

        registry.Logins.Should().OnlyContain(login => login == Old);
    }

    [Fact(Timeout = 30_000)]
    public async Task Provider_is_notified_before_and_after()
    {
        await using var registry = new PasswordRegistry(Old);
        var vault = new Vault(Old);
        await using var pool = Connect(registry, o => o with { Password = null, Credentials = vault });

        await pool.ChangePasswordAsync(New);

        vault.Calls.Should().ContainInOrder("changing", "changed").And.NotContain("not changed");
        vault.Present.Password.Should().Be(New);
        vault.Present.PendingPassword.Should().BeNull();
    }

    [Theory(Timeout = 30_000)]
    [InlineData(Old)]
    [InlineData(New)]
    public async Task After_a_crash_the_next_process_determines_the_password_of_the_registry(string actual)
    {
        await using var registry = new PasswordRegistry(actual);
        var vault = new Vault(Old, New);
        await using var pool = Connect(registry, o => o with { Password = null, Credentials = vault, Recovery = o.Recovery with { RetryPipeline = Polly.ResiliencePipeline.Empty } });

        await pool.CheckAsync("a.example");

        vault.Present.Password.Should().Be(actual);
        vault.Present.PendingPassword.Should().BeNull();
        registry.Refused.Should().Be(actual == Old ? 1 : 0);
    }

    [Fact(Timeout = 30_000)]
    public async Task Change_whose_logins_are_all_dropped_leaves_the_outcome_to_the_next_login()
    {
        await using var registry = new PasswordRegistry(Old);
        for (var i = 0; i < 10; i++)
        {
            registry.Changes.Enqueue(PasswordRegistry.Change.CutBefore);
        }

        await using var pool = Connect(registry, o => o with { Timeouts = o.Timeouts with { Command = TimeSpan.FromSeconds(10) } });

        await pool.Invoking(p => p.ChangePasswordAsync(New)).Should().ThrowAsync<EppConnectionException>();
        await pool.CheckAsync("a.example");

        registry.Password.Should().Be(Old);
    }

    private static EppSessionPool Connect(PasswordRegistry registry, Func<EppOptions, EppOptions> change) => new(change(registry.Options));

    private sealed class Vault(string password, string? pending = null) : IEppCredentialProvider
    {
        public EppCredentials Present { get; private set; } = new(password, pending);

        public ConcurrentQueue<string> Calls { get; } = new();

        public ValueTask<EppCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(Present);

        public ValueTask ChangingAsync(string newPassword, CancellationToken cancellationToken) => Set("changing", new EppCredentials(Present.Password, newPassword));

        public ValueTask ChangedAsync(string newPassword, CancellationToken cancellationToken) => Set("changed", new EppCredentials(newPassword));

        public ValueTask NotChangedAsync(CancellationToken cancellationToken) => Set("not changed", new EppCredentials(Present.Password));

        private ValueTask Set(string call, EppCredentials credentials)
        {
            Calls.Enqueue(call);
            Present = credentials;
            return default;
        }
    }
}
