using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EppClient;
using EppClient.Bulk;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;

namespace BulkNameServers;

/// <summary>Connects to a registry.</summary>
internal static class Registry
{
    public static EppOptions Options(string server, string user, string authority) => Options(
        server.Split(':')[0],
        int.Parse(server.Split(':')[^1], CultureInfo.InvariantCulture),
        user,
        Environment.GetEnvironmentVariable("EPP_PASSWORD") ?? throw new ArgumentException("Set the environment variable EPP_PASSWORD to the password."),
        X509CertificateLoader.LoadCertificateFromFile(authority));

    public static EppOptions Options(string host, int port, string user, string password, X509Certificate2 authority) => new()
    {
        Host = host,
        Port = port,
        ClientId = user,
        Password = password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [authority] },
    };
}

/// <summary>A registry in the current process, with the domains of the file on two name servers. Its state is lost when it ends; the job is kept.</summary>
internal sealed class EmbeddedRegistry(DkTestRegistry registry) : IAsyncDisposable
{
    // The same in each run, because a job continues with the registry with which it was started.
    private const int Port = 7702;

    public static EmbeddedRegistry Start(IEnumerable<EppBulkRow> rows) => new(DkTestRegistry.Start(new DkTestRegistryOptions { Server = new EppTestServerOptions { Port = Port } }, builder =>
    {
        builder.Hosts("REG-100001", "ns1.gammel.example", "ns2.gammel.example", "ns1.ny.example", "ns2.ny.example")
            .Contact("KH1-DK", "Kaj Hansen", contact => contact with { Sponsor = "REG-100001" });
        foreach (var row in rows)
        {
            builder.Domain(row.Key, "KH1-DK", ["ns1.gammel.example", "ns2.gammel.example"]);
        }
    }));

    public EppOptions Options() => Registry.Options(registry.Host, registry.Port, registry.User, registry.Password, registry.CaCertificate);

    public ValueTask DisposeAsync() => registry.DisposeAsync();
}

/// <summary>Prints one line per second, in the order of the reports.</summary>
internal sealed class Lines : IProgress<EppBulkProgress>
{
    public void Report(EppBulkProgress value) => Console.WriteLine(value);
}
