using EppClient.Testing.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>A host with its configuration in memory.</summary>
internal static class HostOf
{
    public const string Section = "Epp:Dk";

    public static HostApplicationBuilder With(params (string Key, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{Section}:{setting.Key}", setting.Value)));
        return builder;
    }

    /// <summary>The settings of an account at a server. The trusted authority is set in code instead of a file.</summary>
    public static HostApplicationBuilder With(EppTestServer server, string user, string password, params (string Key, string? Value)[] more) => With(
        [("Host", server.Host), ("Port", $"{server.Port}"), ("ClientId", user), ("Password", password), .. more]);

    public static EppClient.Extensions.Hosting.EppClientBuilder AddDk(this HostApplicationBuilder builder, EppTestServer? server = null)
    {
        var client = builder.Services.AddEppClient("dk", builder.Configuration.GetSection(Section));
        return server is null ? client : client.Configure((options, _) => options with { Tls = options.Tls with { TrustedRoots = [server.CaCertificate] } });
    }
}
