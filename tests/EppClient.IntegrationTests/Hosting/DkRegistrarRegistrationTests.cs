using EppClient.Dk;
using EppClient.Dk.Hosting;
using EppClient.Dk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>The .dk account of a host: the handle is a setting and the account is a service.</summary>
public sealed class DkRegistrarRegistrationTests
{
    [Fact(Timeout = 60_000)]
    public async Task Configured_account_is_a_keyed_and_a_default_service()
    {
        await using var dk = DkTestRegistry.Start();
        var builder = HostOf.With(dk.Server, dk.User, dk.Password, ("SponsorId", dk.Account));
        builder.AddDk(dk.Server).AddDkRegistrar();
        using var host = builder.Build();
        await host.StartAsync();

        var registrar = host.Services.GetRequiredService<IDkRegistrar>();
        var balance = await registrar.GetBalanceAsync();

        (registrar.Handle, balance.Balance).Should().Be((dk.Account, 1000m));
        host.Services.GetRequiredKeyedService<IDkRegistrar>("dk").Should().BeSameAs(registrar);
        host.Services.GetRequiredService<DkRegistrar>().Should().BeSameAs(registrar);
        host.Services.GetRequiredService<EppSessionPool>().Options.Profile.Should().BeSameAs(DkProfile.Current);
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Theory(Timeout = 60_000)]
    [InlineData(null)]
    [InlineData("EPP-123")]
    public async Task Host_does_not_start_without_the_handle_of_an_account(string? sponsor)
    {
        var builder = HostOf.With(("Host", "epp.example"), ("ClientId", "EPP-123"), ("Password", "secret-of-a-test"), ("WarmUp", "None"), ("SponsorId", sponsor));
        builder.AddDk().AddDkRegistrar();
        using var host = builder.Build();

        var start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("*Epp:Dk:SponsorId*REG-100001*");
    }

    [Fact]
    public void Account_is_added_only_once_to_a_registry()
    {
        var client = HostOf.With(("Host", "epp.example")).AddDk().AddDkRegistrar();

        client.Invoking(again => again.AddDkRegistrar()).Should().Throw<InvalidOperationException>();
    }
}
