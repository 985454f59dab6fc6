using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Callers;

/// <summary>The .dk profile matches the embedded registry, which was built from the same documents.</summary>
public sealed class DkProfileTests
{
    [Fact(Timeout = 30_000)]
    [Trait("Failure", "23")]
    public async Task Greeting_offers_what_the_profile_expects()
    {
        List<EppGreetingChange> changes = [];
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(Options(registry) with { Observability = new EppObservabilityOptions { GreetingListener = changes.Add, MaxClockSkew = Timeout.InfiniteTimeSpan } });

        await pool.SendAsync(new DomainCheck("ledig.dk"));

        changes.Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Registry_with_the_older_version_gets_only_that_version()
    {
        List<string> wire = [];
        await using var registry = DkTestRegistry.Start(
            new DkTestRegistryOptions { Registry = new DkRegistryOptions { SpeaksVersion45 = false } },
            seed => seed.Contact("IP100-DK", "Ida Prøve", contact => contact with { Sponsor = "REG-100001" }).Domain("eksempel.dk", "IP100-DK", []));
        await using var pool = new EppSessionPool(Options(registry) with { Observability = new EppObservabilityOptions { WireListener = message => wire.Add(message.Xml) } });

        await pool.SendAsync(DkDomain.SetAutoRenew("eksempel.dk", autoRenew: false));
        var details = (await pool.SendAsync(new DomainInfo("eksempel.dk"))).Extension<DkDomainInfoResult>();

        details!.AutoRenew.Should().BeFalse();
        wire.Count(message => message.Contains("dkhm-4.4", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(4, "greeting, login, update and info contain it");
        wire.Should().NotContain(message => message.Contains("dkhm-4.5", StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task Third_equal_error_closes_the_session_and_has_the_same_base_code()
    {
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(Options(registry));
        await using var session = await pool.RentAsync();
        List<EppResponse> responses = [];
        for (var i = 0; i < DkProfile.Current.Limits.MaxRepeatedErrors; i++)
        {
            responses.Add(await session.TrySendAsync(new DomainInfo("ledig.dk")));
        }

        responses.Select(response => response.Code.Value).Should().Equal(2303, 2303, 2503);
        responses.Select(response => response.BaseCode.Value).Should().Equal(2303, 2303, 2303);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("Kun-Til-Test-2", true)]
    [InlineData("kun-til-test", false)]
    [InlineData("Kun 2", false)]
    [InlineData("Kun-Til-Test\\2", false)]
    [Trait("Failure", "21")]
    public async Task Invalid_new_password_is_refused_locally(string password, bool isGood)
    {
        await using var registry = DkTestRegistry.Start();
        await using var pool = new EppSessionPool(Options(registry));

        var failure = await Record.ExceptionAsync(() => pool.ChangePasswordAsync(password));

        (failure is null).Should().Be(isGood);
        if (failure is not null)
        {
            failure.Should().BeOfType<EppValidationException>().Which.Message.Should().NotContain(password);
        }

        await using var next = new EppSessionPool(Options(registry) with { Password = isGood ? password : registry.Password });
        (await next.SendAsync(new DomainCheck("ledig.dk"))).IsSuccess.Should().BeTrue();
    }

    private static EppOptions Options(DkTestRegistry registry) => new()
    {
        Host = registry.Host,
        Port = registry.Port,
        ClientId = registry.User,
        Password = registry.Password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
    };
}
