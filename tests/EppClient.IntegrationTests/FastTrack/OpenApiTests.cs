using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EppClient.IntegrationTests.FastTrack;

public sealed class OpenApiTests : FastTrackTestBase
{
    [Fact(Timeout = 60_000)]
    public async Task Description_has_the_members_and_the_status_codes_of_the_specification()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, build: builder => builder.Services.AddOpenApi(), map: routes => routes.MapOpenApi());

        var document = (await application.Client.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;

        var operation = document["paths"]!["/fast-track"]!["post"]!;
        operation["responses"]!.AsObject().Select(response => response.Key).Should().BeEquivalentTo("200", "401", "404", "408", "409", "422", "500", "503");
        var schemas = document["components"]!["schemas"]!.AsObject();
        string[] MembersOf(string schema) => [.. schemas[schema]!["properties"]!.AsObject().Select(property => property.Key)];
        MembersOf("FastTrackRequest").Should().BeEquivalentTo("contact", "consent", "domains");
        MembersOf("FastTrackContact").Should().BeEquivalentTo("id", "name", "email", "phone", "address", "type", "vat_number", "p_number");
        MembersOf("FastTrackAddress").Should().BeEquivalentTo("street", "zip", "city", "country");
        MembersOf("FastTrackConsent").Should().BeEquivalentTo("granted_at", "ip_address");
        MembersOf("FastTrackDomain").Should().BeEquivalentTo("domain_name", "auth_token");
        MembersOf("FastTrackToken").Should().BeEquivalentTo("value", "expires_at", "scope");
        MembersOf("FastTrackResponse").Should().BeEquivalentTo("transfer_session_url");
        MembersOf("FastTrackError").Should().BeEquivalentTo("error");
    }
}
