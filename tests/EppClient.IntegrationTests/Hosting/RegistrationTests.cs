using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace EppClient.IntegrationTests.Hosting;

public sealed class RegistrationTests
{
    [Fact(Timeout = 60_000)]
    public async Task Configured_registry_is_a_keyed_and_a_default_service()
    {
        await using var dk = DkTestRegistry.Start();
        var builder = HostOf.With(dk.Server, dk.User, dk.Password);
        builder.AddDk(dk.Server).AddProfile(DkProfile.Current);
        using var host = builder.Build();
        await host.StartAsync();

        var named = host.Services.GetRequiredKeyedService<IEppClient>("dk");
        var check = await named.SendAsync(new DomainCheck("eksempel.dk"));

        check.Data.Items.Should().ContainSingle();
        host.Services.GetRequiredService<IEppClient>().Should().BeSameAs(named);
        host.Services.GetRequiredKeyedService<EppSessionPool>("dk").Should().BeSameAs(named);
        host.Services.GetRequiredService<EppSessionPool>().Options.Profile.Should().BeSameAs(DkProfile.Current);
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact]
    public void Settings_are_bound_to_the_options()
    {
        var builder = HostOf.With(
            ("Host", "epp.example"), ("Port", "3121"), ("ClientId", "REG-1"), ("Password", "secret-of-a-test"), ("SponsorId", "SPONSOR"), ("EnableWireLogging", "true"),
            ("Profile", "DKHM"), ("Pool:MaxSessions", "7"), ("Pool:MinSessions", "2"), ("Pool:PipelineDepth", "3"), ("Pool:KeepAliveInterval", "00:00:50"), ("Pool:IdleLifetime", "00:10:00"),
            ("Timeouts:Command", "00:00:40"), ("Timeouts:Open", "00:00:20"), ("Timeouts:Connect", "00:00:10"), ("Timeouts:Logout", "00:00:03"),
            ("Tls:ServerName", "other.example"), ("Tls:PublicKeyPins:0", Convert.ToBase64String(new byte[32])),
            ("Tls:PublicKeyPins:1", Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)])));
        builder.AddDk().AddProfile(EppProfiles.Standard with { Name = "dkhm" });
        using var host = builder.Build();

        var options = host.Services.GetRequiredKeyedService<EppSessionPool>("dk").Options;

        options.ToString().Should().Be("REG-1 at epp.example:3121 (dkhm)");
        (options.Password, options.SponsorId, options.Observability.EnableWireLogging).Should().Be(("secret-of-a-test", "SPONSOR", true));
        options.Pool.Should().Be(new EppPoolOptions
        {
            MaxSessions = 7,
            MinSessions = 2,
            PipelineDepth = 3,
            KeepAliveInterval = TimeSpan.FromSeconds(50),
            IdleLifetime = TimeSpan.FromMinutes(10),
        });
        options.Timeouts.Should().Be(new EppTimeoutOptions
        {
            Command = TimeSpan.FromSeconds(40),
            Open = TimeSpan.FromSeconds(20),
            Connect = TimeSpan.FromSeconds(10),
            Logout = TimeSpan.FromSeconds(3),
        });
        options.Tls.ServerName.Should().Be("other.example");
        options.Tls.PublicKeyPins.Should().HaveCount(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task Quota_is_created_once_and_called_before_a_session_is_opened()
    {
        await using var dk = DkTestRegistry.Start();
        var builder = HostOf.With(dk.Server, dk.User, dk.Password, ("WarmUp", "None"), ("Pool:SharedMaxSessions", "3"));
        var made = new List<string>();
        builder.AddDk(dk.Server).AddSessionQuota((options, sessions, _) =>
        {
            made.Add($"{sessions} of {options.ClientId}");
            return new ClosedQuota();
        });
        using var host = builder.Build();
        await host.StartAsync();

        var check = () => host.Services.GetRequiredService<IEppClient>().SendAsync(new DomainCheck("eksempel.dk"));

        (await check.Should().ThrowAsync<EppConnectionException>()).Which.Message.Should().Contain("closed for this test");
        made.Should().Equal($"3 of {dk.User}");
        dk.Sessions.Should().BeEmpty();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Several_registries_in_one_process_are_independent()
    {
        var (one, two) = (new PollQueueService(), new PollQueueService());
        await using var first = EppTestServer.Start(one);
        await using var second = EppTestServer.Start(two);
        var builder = HostOf.With();
        foreach (var (name, server) in new[] { ("one", first), ("two", second) })
        {
            builder.Services.AddEppClient(name, settings => (settings.Host, settings.Port, settings.ClientId, settings.Password) = (server.Host, server.Port, name, "secret-of-a-test"))
                .Configure((options, _) => options with { Tls = options.Tls with { TrustedRoots = [server.CaCertificate] } });
        }

        using var host = builder.Build();
        await host.StartAsync();

        (one.LoggedIn, two.LoggedIn).Should().Be((1, 1));
        host.Services.GetRequiredService<IEppClient>().Should().BeSameAs(host.Services.GetRequiredKeyedService<IEppClient>("one"), "it was registered first");
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        (one.LoggedIn, two.LoggedIn).Should().Be((0, 0), "all sessions have logged out");
    }

    [Fact]
    public void Duplicate_name_is_rejected()
    {
        var builder = HostOf.With();
        builder.AddDk();

        var again = () => builder.AddDk();

        again.Should().Throw<ArgumentException>().WithMessage("*'dk' is already registered*");
    }

    [Fact(Timeout = 60_000)]
    public async Task Password_can_come_from_a_credential_provider()
    {
        var service = new PollQueueService();
        await using var server = EppTestServer.Start(service);
        var builder = HostOf.With(("Host", server.Host), ("Port", $"{server.Port}"), ("ClientId", "REG-1"), ("WarmUp", "Require"));
        builder.Services.AddSingleton(EppCredentialProvider.ReadOnly(_ => new ValueTask<string>("secret-of-vault")));
        builder.AddDk(server);
        using var host = builder.Build();

        await host.StartAsync();

        service.LoggedIn.Should().Be(1);
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Host_does_not_start_if_a_session_is_required_and_the_login_is_rejected()
    {
        await using var server = EppTestServer.Start(new PollQueueService { TakesLogins = false });
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test", ("WarmUp", "Require"));
        builder.AddDk(server);
        using var host = builder.Build();

        var start = () => host.StartAsync();

        await start.Should().ThrowAsync<EppAuthenticationException>();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Host_starts_without_a_session_by_default()
    {
        await using var server = EppTestServer.Start(new PollQueueService { TakesLogins = false });
        var builder = HostOf.With(server, "REG-1", "secret-of-a-test");
        builder.AddDk(server);
        using var host = builder.Build();

        await host.StartAsync();

        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private sealed class ClosedQuota : IEppSessionQuota
    {
        public ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("closed for this test");
    }
}
