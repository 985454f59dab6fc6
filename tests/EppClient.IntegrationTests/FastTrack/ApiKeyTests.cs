using System.Net;
using System.Text.Json.Nodes;
using EppClient.Dk.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>The keys and other options, from configuration.</summary>
public sealed class ApiKeyTests : FastTrackTestBase
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task Key_is_replaced_without_a_restart_and_without_a_refused_request()
    {
        const string NewKey = "new-key-of-the-registrar-portal";
        var settings = new ConfigurationBuilder().AddJsonFile(Write(FastTrackApplication.Key), optional: false, reloadOnChange: false).Build();
        await using var application = await FastTrackApplication.StartAsync(
            Folder, Clock, configure: options => options.ApiKeys.Clear(), build: builder => builder.Services.AddDkFastTrack(settings.GetSection("FastTrack")));

        var before = await CodesAsync(application, FastTrackApplication.Key, NewKey);
        Write(FastTrackApplication.Key, NewKey);
        settings.Reload();
        var during = await CodesAsync(application, FastTrackApplication.Key, NewKey);
        Write(NewKey);
        settings.Reload();
        var after = await CodesAsync(application, FastTrackApplication.Key, NewKey);

        before.Should().Equal(HttpStatusCode.OK, HttpStatusCode.Unauthorized);
        during.Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK);
        after.Should().Equal(HttpStatusCode.Unauthorized, HttpStatusCode.OK);
    }

    [Fact(Timeout = Timeout)]
    public async Task Two_keys_in_one_header_are_refused()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        using var message = new HttpRequestMessage(HttpMethod.Post, "/fast-track") { Content = Request().Json() };
        message.Headers.TryAddWithoutValidation("X-API-KEY", ["wrong", FastTrackApplication.Key]);

        using var response = await application.Client.SendAsync(message);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("ApiKeys has 0 keys", "SessionUrl=https://registrar.example/flyt")]
    [InlineData("ApiKeys has 3 keys", "ApiKeys:0=key-of-the-portal-1", "ApiKeys:1=key-of-the-portal-2", "ApiKeys:2=key-of-the-portal-3")]
    [InlineData("ApiKeys has a key of fewer than 16 characters", "ApiKeys:0=short")]
    [InlineData("SessionUrl is missing", "ApiKeys:0=key-of-the-portal-1")]
    [InlineData("SessionUrl is 'http://registrar.example/flyt'", "SessionUrl=http://registrar.example/flyt")]
    [InlineData("SessionUrl is 'https://registrar.example/?session='", "SessionUrl=https://registrar.example/?session=")]
    [InlineData("MaxDomains is 0; it must be between 1 and 10000", "MaxDomains=0")]
    [InlineData("RequestTimeout is 00:00:00", "RequestTimeout=00:00:00")]
    [InlineData("NameServers has 1 names", "NameServers:0=ns1.registrar.example")]
    public void Invalid_options_are_reported_with_their_name_and_without_a_key(string error, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create($"FastTrack:{parts[0]}", (string?)parts[1]))).Build();
        var services = new ServiceCollection();
        services.AddDkFastTrack(configuration.GetSection("FastTrack"));
        using var provider = services.BuildServiceProvider();

        var read = () => provider.GetRequiredService<IOptions<DkFastTrackOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().Which.Message.Should().Contain($"DkFastTrackOptions.{error}").And.NotContain("key-of-the-portal").And.NotContain("short;");
    }

    [Fact]
    public void Endpoint_without_registration_is_an_error_that_names_the_remedy()
    {
        var application = WebApplication.CreateSlimBuilder().Build();

        application.Invoking(routes => routes.MapDkFastTrack("/fast-track")).Should().Throw<InvalidOperationException>().WithMessage("*AddDkFastTrack*");
    }

    private string Write(params string[] keys)
    {
        var path = Path.Combine(Folder, "settings.json");
        File.WriteAllText(path, new JsonObject { ["FastTrack"] = new JsonObject { ["ApiKeys"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]) } }.ToJsonString());
        return path;
    }

    private async Task<List<HttpStatusCode>> CodesAsync(FastTrackApplication application, params string[] keys)
    {
        List<HttpStatusCode> codes = [];
        foreach (var key in keys)
        {
            using var response = await application.PostAsync(Request(), key);
            codes.Add(response.StatusCode);
        }

        return codes;
    }
}
