using System.Text.Json;
using System.Text.Json.Nodes;
using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Registry;

/// <summary>A registry is saved to a document, and a registry loaded from it continues in the same state.</summary>
public sealed class SavedStateTests
{
    private static async Task<DkRegistryFixture> BusyAsync()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var world = new DkRegistryFixture(seed: seed => seed
            .Contact(DkRegistryFixture.Unchecked, "Ulla Kjær", contact => contact with { Sponsor = DkRegistryFixture.One, Verification = Pending })
            .Host(DkRegistryFixture.One, "ns1.egen.example", System.Net.IPAddress.Parse("193.163.102.9"))
            .WaitingListOffer("ventet.dk", DkRegistryFixture.RegistrantManaged, "0123ABCD"));
        world.Create("nyt.dk", request => request with { Registrant = DkRegistryFixture.Unchecked });
        world.Registry.Advance(TimeSpan.FromSeconds(5));
        world.Create("endnu-nyere.dk");
        world.UpdateContact(DkRegistryFixture.Checked, request => request with { Email = "ny@eksempel.dk" });
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Registrant = DkRegistryFixture.Unchecked, OrderConfirmationToken = world.AcceptanceToken });
        world.CreateHost("ns1.gammel.dk", addresses: "193.163.102.10").Code.Should().Be(1001);
        world.Registry.SetFastTrack(DkRegistryFixture.Two, new DkFastTrackEndpoint { Url = endpoint.Url, ApiKey = "key" });
        await world.Registry.Person(DkRegistryFixture.RegistrantManaged).StartFastTrackTransferAsync(DkRegistryFixture.Two, [DkRegistryFixture.OldDomain]);
        return world;
    }

    private static DkVerification Pending { get; } =
        new() { Id = DkCheck.Pending(DkRegistryFixture.Start.AddDays(30)), Email = DkCheck.Pending(DkRegistryFixture.Start.AddDays(30)) };

    [Fact(Timeout = 60_000)]
    public async Task Saved_state_is_loaded_unchanged()
    {
        var saved = (await BusyAsync()).Registry.ToJson();

        Load(saved).ToJson().Should().Be(saved);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pending_actions_continue_after_loading()
    {
        var registry = Load((await BusyAsync()).Registry.ToJson());

        registry.Person(DkRegistryFixture.Unchecked).CompleteIdCheck();
        registry.Person(DkRegistryFixture.Checked).ConfirmEmail();
        registry.Person(DkRegistryFixture.RegistrantManaged).Accept("ns1.gammel.dk");
        registry.Advance(TimeSpan.FromSeconds(5));

        registry.FindDomain("nyt.dk")!.IsOnHold.Should().BeFalse();
        registry.FindDomain(DkRegistryFixture.OwnDomain)!.Registrant.Should().Be(DkRegistryFixture.Unchecked);
        registry.FindDomain("endnu-nyere.dk")!.IsPendingCreate.Should().BeFalse();
        registry.FindContact(DkRegistryFixture.Checked)!.Email.Should().Be("ny@eksempel.dk");
        registry.FindHost("ns1.gammel.dk")!.IsActive.Should().BeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task Fast_track_transfer_is_completed_after_loading()
    {
        var before = await BusyAsync();
        var registry = Load(before.Registry.ToJson());

        registry.FindAccount(DkRegistryFixture.Two)!.FastTrack.Should().Be(before.Registry.FindAccount(DkRegistryFixture.Two)!.FastTrack);
        registry.Snapshot().FastTrackTransfers.Should().ContainSingle().Which.Should().BeEquivalentTo(before.Registry.Snapshot().FastTrackTransfers[0]);
        registry.Execute(DkRegistryFixture.UserTwo, "t-1", call => DomainTransferHandler.Handle(call, new DomainTransferRequest(DkRegistryFixture.OldDomain, before.Old.Tokens[0].Value)))
            .Outcome.ShouldSucceed();
    }

    [Fact(Timeout = 60_000)]
    public async Task Deadlines_expire_after_loading()
    {
        var registry = Load((await BusyAsync()).Registry.ToJson());

        registry.Advance(TimeSpan.FromDays(32));

        registry.FindDomain("nyt.dk")!.Deletion!.Cause.Should().Be(DkDeletionCause.IdCheckExpired);
        registry.FindHost("ns1.gammel.dk").Should().BeNull("the registrant did not respond");
        registry.Snapshot().Offers.Should().BeEmpty();
        registry.FindContact(DkRegistryFixture.Checked)!.Verification.NewEmail.Should().BeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_keep_their_ids_and_payloads()
    {
        var before = await BusyAsync();
        var registry = Load(before.Registry.ToJson());

        var message = (DkReceiptOf(registry).Outcome.Payload as EppClient.Dk.Testing.State.DkMessage)!;

        message.Should().BeEquivalentTo(before.Drain()[0], options => options.RespectingRuntimeTypes());
        message.Payload.Should().NotBeNull();
    }

    [Fact]
    public void Handwritten_document_needs_only_required_properties()
    {
        var registry = new DkRegistryBuilder().FromJson("""
            {
              // Comments are allowed.
              "time": "2026-11-23T10:00:00Z",
              "accounts": [{ "handle": "REG-7", "balance": 12.5 }],
              "users": [{ "name": "EPP-7", "password": "Kun-Til-Test-7", "account": "REG-7" }],
              "contacts": [{ "handle": "IP1-DK", "name": "Ida Prøve", "sponsor": "REG-7", "address": { "city": "Ribe" } }, { "handle": "KH1-DK" }],
              "hosts": [{ "name": "ns1.example.net", "sponsor": "REG-7" }, { "name": "ns2.example.net" }],
              "domains": [{ "name": "smørrebrød.dk", "registrant": "IP1-DK", "nameServers": ["ns1.example.net", "NS2.example.net"] }],
            }
            """).Build();

        registry.FindAccount("REG-7")!.Balance.Should().Be(12.5m);
        registry.FindContact("IP1-DK")!.Address.Should().Be(new DkAddress { Street = ["Testvej 1"], City = "Ribe", PostalCode = "8000", CountryCode = "DK" });
        registry.FindContact("KH1-DK")!.IsRegistrarManaged.Should().BeFalse();
        var domain = registry.FindDomain("xn--smrrebrd-r1ah.dk") ?? registry.FindDomain("smørrebrød.dk")!;
        (domain.Sponsor, domain.AutoRenew, domain.NameServers.Count).Should().Be(("REG-7", true, 2));
        registry.Snapshot().Time.Year.Should().Be(2026);
    }

    [Theory]
    [InlineData("", "not the state of a registry")]
    [InlineData("[]", "not the state of a registry")]
    [InlineData("""{ "domain": [] }""", "domain")]
    [InlineData("""{ "accounts": [{ "name": "x" }] }""", "no \"handle\"")]
    [InlineData("""{ "users": [{ "name": "EPP-1", "account": "REG-1" }] }""", "EPP-1 needs a password")]
    [InlineData("""{ "contacts": [{ "handle": "IP1-DK", "emial": "x" }] }""", "emial")]
    [InlineData("""{ "domains": [{ "name": "a.dk", "registrant": "IP1-DK" }] }""", "registrant of a.dk, IP1-DK")]
    [InlineData("""{ "contacts": [{ "handle": "IP1-DK" }], "domains": [{ "name": "a.dk", "registrant": "IP1-DK", "nameServers": ["ns1.b.example"] }] }""", "ns1.b.example")]
    [InlineData("""{ "hosts": [{ "name": "ns1.b.example", "addresses": ["x"] }] }""", "addresses")]
    [InlineData("""{ "accounts": [{ "handle": "REG-7", "fastTrack": { "url": "http://registrar.example/" } }] }""", "URL of a fast-track endpoint")]
    [InlineData("""{ "accounts": [{ "handle": "REG-7", "fastTrack": { "apiKey": "key" } }] }""", "url")]
    public void Invalid_document_reports_the_location_of_the_error(string json, string expected)
    {
        var load = () => new DkRegistryBuilder().FromJson(json).Build();

        load.Should().Throw<FormatException>().WithMessage($"*{expected}*");
    }

    [Fact(Timeout = 60_000)]
    public async Task Document_contains_every_list()
    {
        var document = JsonNode.Parse((await BusyAsync()).Registry.ToJson())!.AsObject();

        document.Select(member => member.Key).Should().Contain(
            ["time", "accounts", "users", "contacts", "hosts", "domains", "waitingList", "applications", "registrantChanges", "requests", "fastTrackTransfers", "messages", "counters"]);
        document.Where(member => member.Value is JsonArray { Count: 0 }).Should().BeEmpty();
    }

    private static DkRegistry Load(string json) =>
        new DkRegistryBuilder { Clock = new DkClock(JsonDocument.Parse(json).RootElement.GetProperty("time").GetDateTimeOffset(), new FakeTimeProvider()) }.FromJson(json).Build();

    private static EppClient.Dk.Testing.Results.DkCommandResult DkReceiptOf(DkRegistry registry) => registry.Execute(DkRegistryFixture.UserOne, "t-1", PollHandler.Request);
}
