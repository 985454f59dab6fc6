using EppClient.Commands;
using EppClient.Dk;
using EppClient.Testing.Fakes;

namespace EppClient.IntegrationTests.Fakes;

/// <summary>Code that uses an <see cref="IDkRegistrar"/>, tested with a <see cref="DkRegistrar"/> over a fake client.</summary>
public sealed class FakeDkRegistrarTests
{
    private const string Account = "REG-100001";

    private static readonly DateTimeOffset Expiry = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact(Timeout = 30_000)]
    public async Task Domain_is_read_as_the_type_of_its_handling_model()
    {
        await using var client = Start();
        client.When<DomainInfo>(info => info.Command.Name == "eksempel.dk").Respond(EppFakeResponse
            .Success(Domain("eksempel.dk", registrant: "IP100-DK", sponsor: Account))
            .WithExtension(new DkDomainInfoResult { AutoRenew = true }.Write));
        var registrar = new DkRegistrar(client, Account);

        var domain = await registrar.GetDomainAsync("eksempel.dk");

        domain.Should().BeOfType<DkRegistrarDomain>().Which.Details.AutoRenew.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Operation_by_name_sends_the_commands_of_the_registry()
    {
        await using var client = Start();
        client.When<DomainInfo>().Respond(info => EppFakeResponse.Success(Domain(info.Command.Name, registrant: "IP100-DK", sponsor: Account)));
        client.Expect<DomainRenew>(renew => renew.Command.CurrentExpiryDate.Day == new DateOnly(2027, 1, 1));

        await new DkRegistrar(client, Account).Domain("eksempel.dk").RenewAsync();

        client.Verify();
    }

    [Fact(Timeout = 30_000)]
    public async Task Refusal_of_the_registry_has_its_reason()
    {
        await using var client = Start();
        client.Expect<DomainUpdate>().Respond(EppFakeResponse.Refusal(EppResultCode.ObjectDoesNotExist, "Domain does not exist"));

        var refused = await FluentActions.Awaiting(() => new DkRegistrar(client, Account).Domain("eksempel.dk").SetAutoRenewAsync(autoRenew: false))
            .Should().ThrowAsync<DkRefusedException>();

        (refused.Which.Refusal.Reason, refused.Which.Refusal.IsLocal).Should().Be((DkRefusalReason.NotFound, false));
    }

    [Fact(Timeout = 30_000)]
    public async Task Lost_connection_is_an_unknown_outcome()
    {
        await using var client = Start();
        client.Expect<DomainUpdate>().Respond(EppFakeResponse.ConnectionLost);

        await FluentActions.Awaiting(() => new DkRegistrar(client, Account).Domain("eksempel.dk").SetAutoRenewAsync(autoRenew: false))
            .Should().ThrowAsync<EppOutcomeUnknownException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Messages_of_the_registry_become_events()
    {
        await using var client = Start();
        client.Enqueue("Domain eksempel.dk has been deleted");

        var message = await client.PollAsync();

        DkPollEvent.From(message!).Message.Id.Should().Be("1");
    }

    private static EppFakeClient Start() => EppFakeClient.Start(new EppFakeClientOptions { Profile = DkProfile.Current });

    private static DomainInfoResult Domain(string name, string registrant, string sponsor) => new()
    {
        Name = name,
        Roid = "EKSEMPEL_1-DK",
        Registrant = registrant,
        SponsoringClientId = sponsor,
        ExpiryDate = Expiry,
        Statuses = [DomainStatusValue.Ok],
    };
}
