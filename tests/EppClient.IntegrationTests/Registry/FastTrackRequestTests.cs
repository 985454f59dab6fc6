using System.Net;
using System.Text.Json.Nodes;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry;

/// <summary>A registrant starts a fast-track transfer in self-service: what the registry checks, and what it sends to the registrar.</summary>
public sealed class FastTrackRequestTests
{
    private const string ApiKey = "key-of-registrar-two";

    private static DkRegistryFixture World(RegistrarEndpoint? endpoint = null, DkRegistryOptions? options = null, Action<DkRegistryBuilder>? seed = null)
    {
        var world = new DkRegistryFixture(options, seed);
        world.Registry.SetFastTrack(DkRegistryFixture.Two, endpoint is null ? null : new DkFastTrackEndpoint { Url = endpoint.Url, ApiKey = ApiKey });
        return world;
    }

    private static Task<DkFastTrackTransfer> StartAsync(DkRegistryFixture world, params IReadOnlyList<string> domains) =>
        world.Registry.Person(DkRegistryFixture.RegistrantManaged).StartFastTrackTransferAsync(DkRegistryFixture.Two, domains, IPAddress.Parse("203.0.113.42"));

    [Fact(Timeout = 60_000)]
    public async Task Request_has_the_data_of_the_specification()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var options = new DkRegistryOptions
        {
            FastTrack = new DkSelfServiceOptions { TokenLife = name => TimeSpan.FromMinutes(name == EppDomainName.From(DkRegistryFixture.OldDomain) ? 5 : 10) },
        };
        var world = World(endpoint, options, seed => seed.Domain("blåbær.dk", DkRegistryFixture.RegistrantManaged, [DkRegistryFixture.Ns1]));

        await StartAsync(world, DkRegistryFixture.OldDomain, "blåbær.dk");

        var expected = $$"""
            {
              "contact": {
                "id": "KH100-DK", "name": "Kaj Hansen", "email": "KH100-DK@eksempel.dk", "phone": "+4520202020",
                "address": { "street": "Testvej 1", "zip": "8000", "city": "Aarhus C", "country": "DK" },
                "type": "individual", "vat_number": null, "p_number": null
              },
              "consent": { "granted_at": "2026-11-23T10:00:00Z", "ip_address": "203.0.113.42" },
              "domains": [
                { "domain_name": "gammel.dk", "auth_token": { "value": "{{world.Old.Tokens[0].Value}}", "expires_at": "2026-11-23T10:05:00Z", "scope": "transfer" } },
                {
                  "domain_name": "blåbær.dk",
                  "auth_token": { "value": "{{world.Registry.FindDomain("blåbær.dk")!.Tokens[0].Value}}", "expires_at": "2026-11-23T10:10:00Z", "scope": "transfer" }
                }
              ]
            }
            """;
        JsonNode.DeepEquals(endpoint.Body, JsonNode.Parse(expected)).Should().BeTrue(endpoint.Body.ToJsonString());
        endpoint.Headers["X-API-KEY"].Should().Equal(ApiKey);
        endpoint.Headers.ContentType.ToString().Should().StartWith("application/json");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(DkPersonKind.Company, "DK", "24210375", "company", "DK24210375")]
    [InlineData(DkPersonKind.PublicOrganization, "DK", "24210375", "public_organization", "DK24210375")]
    [InlineData(DkPersonKind.Association, "DK", null, "association", null)]
    [InlineData(DkPersonKind.Company, "se", "556677889901", "company", "SE556677889901")]
    [InlineData(DkPersonKind.Company, "SE", "SE556677889901", "company", "SE556677889901")]
    public async Task Organization_is_sent_with_its_numbers(DkPersonKind kind, string country, string? number, string type, string? vatNumber)
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var world = World(endpoint, seed: seed => seed
            .Contact("PDK1-DK", "Kontakt Person", contact => contact with
            {
                Kind = kind,
                Organization = "Prøve A/S",
                Cvr = number,
                PNumber = "1006410698",
                Voice = null,
                MobilePhone = "+45.40404040",
                Address = new DkAddress { Street = ["Ørestads Boulevard 108", "11."], City = "København S", PostalCode = "2300", CountryCode = country },
            })
            .Domain("selskab.dk", "PDK1-DK", [DkRegistryFixture.Ns1]));

        await world.Registry.Person("PDK1-DK").StartFastTrackTransferAsync(DkRegistryFixture.Two, ["selskab.dk"]);

        var contact = endpoint.Body["contact"]!;
        (contact["type"]!.GetValue<string>(), contact["vat_number"]?.GetValue<string>(), contact["p_number"]!.GetValue<string>()).Should().Be((type, vatNumber, "1006410698"));
        (contact["name"]!.GetValue<string>(), contact["phone"]!.GetValue<string>()).Should().Be(("Prøve A/S", "+4540404040"));
        contact["address"]!["street"]!.GetValue<string>().Should().Be("Ørestads Boulevard 108, 11.");
        contact["address"]!["country"]!.GetValue<string>().Should().Be(country.ToUpperInvariant());
    }

    [Fact(Timeout = 60_000)]
    public async Task Registrar_without_a_key_gets_no_key()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var world = new DkRegistryFixture(seed: seed => seed.Account(DkRegistryFixture.Two, configure: account => account with { FastTrack = new DkFastTrackEndpoint { Url = endpoint.Url } }));

        (await StartAsync(world, DkRegistryFixture.OldDomain)).Outcome.Should().Be(DkFastTrackOutcome.Redirected);

        endpoint.Headers.Should().NotContainKey("X-API-KEY");
    }

    [Fact(Timeout = 60_000)]
    public async Task Tokens_transfer_the_domains_of_a_registrant_under_both_handling_models()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var world = World(endpoint);

        await StartAsync(world, DkRegistryFixture.OldDomain);
        world.Transfer(DkRegistryFixture.OldDomain, endpoint.Tokens[0], DkRegistryFixture.UserTwo).ShouldSucceed();
        await world.Registry.Person(DkRegistryFixture.Checked).StartFastTrackTransferAsync(DkRegistryFixture.Two, [DkRegistryFixture.OwnDomain]);
        world.Transfer(DkRegistryFixture.OwnDomain, endpoint.Tokens[0], DkRegistryFixture.UserTwo).ShouldSucceed();

        (world.Old.Sponsor, world.Own.Sponsor).Should().Be((DkRegistryFixture.Two, DkRegistryFixture.Two));
    }

    [Fact(Timeout = 60_000)]
    public async Task Token_is_rejected_for_another_domain_and_after_its_expiry()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var world = World(endpoint);
        await StartAsync(world, DkRegistryFixture.OldDomain);

        world.Transfer(DkRegistryFixture.OwnDomain, endpoint.Tokens[0], DkRegistryFixture.UserTwo)
            .ShouldBe(2202, "Supplied authinfo token is not valid for this domain/operation");
        world.Registry.Advance(TimeSpan.FromMinutes(10));
        world.Transfer(DkRegistryFixture.OldDomain, endpoint.Tokens[0], DkRegistryFixture.UserTwo)
            .ShouldBe(2201, "Object is not eligible for transfer, no valid authinfo token");
    }

    [Fact(Timeout = 60_000)]
    public async Task Registrar_can_transfer_before_it_responds()
    {
        DkRegistryFixture world = null!;
        RegistrarEndpoint endpoint = null!;
        endpoint = await RegistrarEndpoint.StartAsync(response =>
        {
            world.Transfer(DkRegistryFixture.OldDomain, endpoint.Tokens[0], DkRegistryFixture.UserTwo).ShouldSucceed();
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(response, RegistrarEndpoint.Accepted);
        });
        await using var stop = endpoint;
        world = World(endpoint);

        (await StartAsync(world, DkRegistryFixture.OldDomain)).Outcome.Should().Be(DkFastTrackOutcome.Redirected);

        world.Old.Sponsor.Should().Be(DkRegistryFixture.Two);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(DkRegistryFixture.OwnDomain, "KH100-DK is not the registrant of eksempel.dk")]
    [InlineData("findes-ikke.dk", "KH100-DK is not the registrant of findes-ikke.dk")]
    [InlineData("spærret.dk", "spærret.dk cannot be transferred: *serverTransferProhibited*")]
    [InlineData("flyttet.dk", "REG-100002 already manages flyttet.dk")]
    public async Task Domain_that_cannot_be_transferred_stops_the_whole_request(string domain, string reason)
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var world = World(endpoint, seed: seed => seed
            .Domain("spærret.dk", DkRegistryFixture.RegistrantManaged, [DkRegistryFixture.Ns1], record => record with { IsBlocked = true })
            .Domain("flyttet.dk", DkRegistryFixture.RegistrantManaged, [DkRegistryFixture.Ns1], record => record with { Sponsor = DkRegistryFixture.Two }));

        var start = () => StartAsync(world, DkRegistryFixture.OldDomain, domain);

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage($"{reason}*");
        endpoint.RequestCount.Should().Be(0);
        world.Old.Tokens.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Registrar_that_has_not_opted_in_is_not_offered()
    {
        var start = () => StartAsync(World(), DkRegistryFixture.OldDomain);
        var unknown = () => new DkRegistryFixture().Registry.SetFastTrack("REG-7", null);

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage("REG-100002 has not opted in*");
        unknown.Should().Throw<InvalidOperationException>().WithMessage("The account REG-7 does not exist.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Registrant_needs_a_telephone_number_and_a_registry_with_self_service()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var withoutPhone = () => StartAsync(World(endpoint, seed: seed => seed.Contact(DkRegistryFixture.RegistrantManaged, "Kaj Hansen", contact => contact with { Voice = null })), DkRegistryFixture.OldDomain);
        var likeSandbox = () => StartAsync(World(endpoint, DkRegistryOptions.LikeSandbox), DkRegistryFixture.OldDomain);

        await withoutPhone.Should().ThrowAsync<InvalidOperationException>().WithMessage("KH100-DK has no telephone number*");
        await likeSandbox.Should().ThrowAsync<InvalidOperationException>().WithMessage("*there is no self-service*");
    }

    [Fact]
    public void Each_domain_is_given_once()
    {
        var person = new DkRegistryFixture().Registry.Person(DkRegistryFixture.RegistrantManaged);

        foreach (var domains in (string[][])[[], ["gammel.dk", "GAMMEL.dk"]])
        {
            var start = () => { _ = person.StartFastTrackTransferAsync(DkRegistryFixture.Two, domains); };
            start.Should().Throw<ArgumentException>().WithParameterName("domains");
        }
    }

    [Theory]
    [InlineData("https://registrar.example/fast-track?id=7", true)]
    [InlineData("http://localhost:5000/fast-track", true)]
    [InlineData("http://registrar.example/fast-track", false)]
    [InlineData("https://user:secret@registrar.example/", false)]
    [InlineData("https://registrar.example/#top", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/fast-track", false)]
    public void Endpoint_uses_TLS_except_on_loopback(string url, bool isAllowed)
    {
        var create = () => new DkFastTrackEndpoint { Url = new Uri(url, UriKind.RelativeOrAbsolute) };

        if (isAllowed)
        {
            create.Should().NotThrow();
        }
        else
        {
            create.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("secret");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("key with blanks")]
    [InlineData("key\r\nX-Other: 1")]
    [InlineData("nøgle")]
    public void Key_has_only_characters_that_a_header_can_carry(string key)
    {
        var create = () => new DkFastTrackEndpoint { Url = new Uri("https://registrar.example/"), ApiKey = key };

        create.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Text_of_an_endpoint_has_no_secrets() =>
        new DkFastTrackEndpoint { Url = new Uri("https://registrar.example/in?secret=1"), ApiKey = ApiKey }.ToString()
            .Should().Be("DkFastTrackEndpoint { Url = https://registrar.example/in, ApiKey = *** }");
}
