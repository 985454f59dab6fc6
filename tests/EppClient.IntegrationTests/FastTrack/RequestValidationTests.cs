using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EppClient.Dk.AspNetCore;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>What is refused with 422 because it is not as specified, and what is tolerated.</summary>
public sealed class RequestValidationTests : FastTrackTestBase
{
    private const int Timeout = 60_000;

    private static readonly string[] RequiredMembers =
    [
        "contact", "contact.id", "contact.name", "contact.email", "contact.phone", "contact.address", "contact.address.street", "contact.address.zip", "contact.address.city",
        "contact.address.country", "contact.type", "consent", "consent.granted_at", "consent.ip_address", "domains", "domains.0.domain_name", "domains.0.auth_token",
        "domains.0.auth_token.value", "domains.0.auth_token.expires_at", "domains.0.auth_token.scope",
    ];

    [Fact(Timeout = Timeout)]
    public async Task Request_without_a_required_member_gets_422()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        foreach (var member in RequiredMembers)
        {
            using var missing = await application.PostAsync(Request().Without(member));
            using var isNull = await application.PostAsync(Request().With(member, null));

            (missing.StatusCode, isNull.StatusCode).Should().Be((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), member);
        }

        using var complete = await application.PostAsync(Request());
        complete.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact(Timeout = Timeout)]
    public async Task Request_with_a_wrong_value_gets_422()
    {
        (string Member, JsonNode Value)[] wrong =
        [
            ("contact.type", "person"), ("contact.address.country", "Danmark"), ("contact.name", new string('x', 1001)), ("contact.name", 1), ("contact.address", "Testvej 1"),
            ("consent.ip_address", "localhost"), ("consent.granted_at", "yesterday"), ("domains.0.domain_name", "eksempel.com"), ("domains.0.domain_name", "www.eksempel.dk"),
            ("domains.0.domain_name", "dk"), ("domains.0.domain_name", "eksempel .dk"), ("domains.0.auth_token.scope", "redel"), ("domains.0.auth_token.expires_at", "soon"),
            ("domains.0.auth_token.expires_at", "2026-12-01T12:00:00Z"), ("domains.0.auth_token.value", new string('x', 1001)), ("domains", new JsonArray()), ("domains", new JsonArray((JsonNode?)null)),
        ];
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        foreach (var (member, value) in wrong)
        {
            using var response = await application.PostAsync(Request().With(member, value.DeepClone()));

            response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, "{0} is {1}", member, value);
        }
    }

    [Theory(Timeout = Timeout)]
    [InlineData("", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("{\"contact\":{\"id\":\"A\",\"id\":\"B\"}}", "application/json")]
    [InlineData("{\"x\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}", "application/json")]
    [InlineData("contact=1", "application/x-www-form-urlencoded")]
    public async Task Body_that_is_not_the_specified_json_gets_422(string body, string type)
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);

        using var response = await application.PostAsync(new StringContent(body, Encoding.UTF8, type));

        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_that_is_too_long_gets_422_and_is_not_read(bool isChunked)
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, configure: options => options.MaxRequestBytes = 2048);
        var content = Request().With("contact.name", new string('x', 3000)).Json();
        content.Headers.ContentLength = isChunked ? null : content.Headers.ContentLength;
        using var message = new HttpRequestMessage(HttpMethod.Post, "/fast-track") { Content = content, Headers = { { "X-API-KEY", FastTrackApplication.Key }, { "Transfer-Encoding", isChunked ? ["chunked"] : [] } } };

        using var response = await application.Client.SendAsync(message);

        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact(Timeout = Timeout)]
    public async Task Too_many_domains_and_a_domain_twice_get_422()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, configure: options => options.MaxDomains = 2);

        using var many = await application.PostAsync(FastTrackRequests.Of(("a1.dk", "t1", InFiveMinutes), ("a2.dk", "t2", InFiveMinutes), ("a3.dk", "t3", InFiveMinutes)));
        using var twice = await application.PostAsync(FastTrackRequests.Of(("æ.dk", "t1", InFiveMinutes), ("XN--6CA.dk", "t2", InFiveMinutes)));
        using var fits = await application.PostAsync(FastTrackRequests.Of(("a1.dk", "t1", InFiveMinutes), ("a2.dk", "t2", InFiveMinutes)));

        (many.StatusCode, twice.StatusCode, fits.StatusCode).Should().Be((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK));
    }

    [Fact(Timeout = Timeout)]
    public async Task Other_members_and_missing_optional_members_are_tolerated()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        var request = Request("ærø.dk").With("version", 2).With("contact.born", "1970-01-01").With("contact.vat_number", null).Without("contact.p_number").With("contact.type", "individual");

        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(request)))!;

        session.Contact.Should().BeEquivalentTo(new DkTransferContact
        {
            Id = "PDK1234-DK",
            Name = "Eksempel A/S",
            Email = "administration@eksempel.dk",
            Phone = "+4533646060",
            Street = "Ørestads Boulevard 108, 11.",
            PostalCode = "2300",
            City = "Copenhagen S",
            CountryCode = "DK",
            UserType = EppClient.Dk.DkUserType.Individual,
        });
        session.Consent.Should().Be(new DkTransferConsent(new DateTimeOffset(2026, 4, 17, 11, 55, 0, TimeSpan.Zero), "203.0.113.42"));
        session.Domains.Should().ContainSingle().Which.Name.Should().Be(EppDomainName.Parse("ærø.dk"));
    }

    [Fact(Timeout = Timeout)]
    public async Task Expired_token_among_valid_ones_ends_its_domain_only()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        var request = FastTrackRequests.Of(("sen.dk", "t1", Clock.GetUtcNow().AddMinutes(-1)), ("god.dk", "t2", InFiveMinutes));

        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(request)))!;

        session.Domains.Select(domain => (domain.Name.Ascii, domain.State)).Should().Equal(("sen.dk", DkTransferDomainState.Expired), ("god.dk", DkTransferDomainState.Pending));
        session.Domains[0].Explanation!.English.Should().Contain("expired");
    }
}
