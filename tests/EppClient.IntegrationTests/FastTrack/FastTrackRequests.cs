using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>Requests as the registry's specification shows them.</summary>
internal static class FastTrackRequests
{
    /// <summary>A request for domains, each with a token that expires at a time.</summary>
    public static JsonObject Of(params (string Domain, string Token, DateTimeOffset Expires)[] domains) => new()
    {
        ["contact"] = new JsonObject
        {
            ["id"] = "PDK1234-DK",
            ["name"] = "Eksempel A/S",
            ["email"] = "administration@eksempel.dk",
            ["phone"] = "+4533646060",
            ["address"] = new JsonObject { ["street"] = "Ørestads Boulevard 108, 11.", ["zip"] = "2300", ["city"] = "Copenhagen S", ["country"] = "DK" },
            ["type"] = "company",
            ["vat_number"] = "DK24210375",
            ["p_number"] = "1006410698",
        },
        ["consent"] = new JsonObject { ["granted_at"] = "2026-04-17T11:55:00Z", ["ip_address"] = "203.0.113.42" },
        ["domains"] = new JsonArray([.. domains.Select(domain => new JsonObject
        {
            ["domain_name"] = domain.Domain,
            ["auth_token"] = new JsonObject
            {
                ["value"] = domain.Token,
                ["expires_at"] = domain.Expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["scope"] = "transfer",
            },
        })]),
    };

    public static StringContent Json(this JsonObject request) => new(request.ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>Gets the parent of a member and its name, from a path such as <c>domains.0.auth_token.value</c>.</summary>
    public static (JsonNode Parent, string Name) Member(this JsonObject request, string path)
    {
        JsonNode node = request;
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            node = int.TryParse(part, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[part]!;
        }

        return (node, parts[^1]);
    }

    public static JsonObject With(this JsonObject request, string path, JsonNode? value)
    {
        var (parent, name) = request.Member(path);
        parent[name] = value;
        return request;
    }

    public static JsonObject Without(this JsonObject request, string path)
    {
        var (parent, name) = request.Member(path);
        parent.AsObject().Remove(name).Should().BeTrue();
        return request;
    }
}
