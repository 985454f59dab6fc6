using System.Net.Http.Headers;
using EppClient.Dk;
using EppClient.Dk.AspNetCore;
using EppClient.Dk.Hosting;
using EppClient.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Example.Shop;

/// <summary>The shop's endpoint for fast-track transfers, with its database and its keys on disk, and one request of the registry.</summary>
internal static class FastTrackShop
{
    private const string Key = "key-of-the-registrar-portal";

    /// <returns>The status code, the registrant that the opened session has, and the status code of a request with another key.</returns>
    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shop-");
        try
        {
            return await RunAsync(folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(DirectoryInfo folder)
    {
        await using var database = await EppSqliteDatabase.OpenAsync(Path.Combine(folder.FullName, "shop.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["FastTrack:SessionUrl"] = "https://shop.example/transfer";
        builder.Configuration["FastTrack:ApiKeys:0"] = Key;
        builder.Services.AddDataProtection().PersistKeysToFileSystem(folder.CreateSubdirectory("keys"));
        builder.Services.AddEppClient("dk", settings => (settings.Host, settings.ClientId, settings.Password, settings.SponsorId, settings.WarmUp) =
            ("localhost", "EPP-1", "Kun-Til-Test-1", "REG-100001", EppClient.Extensions.Hosting.EppWarmUp.None)).AddDkRegistrar();
        builder.Services.AddDkFastTrack(builder.Configuration.GetSection("FastTrack")).UseDatabase(_ => database.Source);
        await using var shop = builder.Build();
        shop.MapDkFastTrack("/fast-track");
        await shop.StartAsync();

        using var client = new HttpClient { BaseAddress = new Uri(shop.Urls.Single()) };
        using var response = await PostAsync(client, Key);
        var text = await response.Content.ReadAsStringAsync();
        var session = await shop.Services.GetRequiredService<DkTransferSessions>().OpenAsync(text.Split('/')[^1].Split('"')[0]);
        using var refused = await PostAsync(client, "another key");
        await shop.StopAsync();
        return $"{(int)response.StatusCode} for {session?.Contact.Name}, then {(int)refused.StatusCode}";
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fast-track");
        request.Headers.Add("X-API-KEY", key);
        request.Content = new StringContent($$"""
            {
              "contact": {
                "id": "JD1234-DK", "name": "Jane Doe", "email": "jane.doe@eksempel.dk", "phone": "+4512345678",
                "address": { "street": "Testvej 12", "zip": "2100", "city": "Copenhagen", "country": "DK" }, "type": "individual"
              },
              "consent": { "granted_at": "2026-12-01T11:55:00Z", "ip_address": "203.0.113.42" },
              "domains": [ { "domain_name": "eksempel.dk", "auth_token": { "value": "OWN-TRANSFER-1", "expires_at": "{{DateTimeOffset.UtcNow.AddMinutes(5):O}}", "scope": "transfer" } } ]
            }
            """, new MediaTypeHeaderValue("application/json"));
        return await client.SendAsync(request);
    }
}
