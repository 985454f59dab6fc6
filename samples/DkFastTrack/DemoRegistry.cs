using System.Globalization;
using System.Security.Cryptography;
using DkSandbox;
using EppClient.Dk.Testing;

namespace DkFastTrack;

/// <summary>A .dk registry in the current process, with its self-service page. Its account, with the endpoint and key for fast track, is in the settings.</summary>
internal sealed class DemoRegistry : IAsyncDisposable
{
    public const string Account = "REG-100001";
    public const string Registrant = "KH1-DK";
    private const int KeyBytes = 32;

    private readonly Sandbox _sandbox;
    private readonly string _folder;

    private DemoRegistry(Sandbox sandbox, Uri site, string folder) => (_sandbox, Site, _folder) = (sandbox, site, folder);

    public DkTestRegistry Registry => _sandbox.Registry;

    /// <summary>The address of the registrar's site.</summary>
    public Uri Site { get; }

    /// <summary>The page of the registry on which the registrant begins.</summary>
    public Uri SelfService => new(_sandbox.Page, $"self-service?person={Registrant}");

    public string Welcome =>
        $"""
        A .dk registry and a registrar, on this machine only.

          Begin here  {SelfService}
                      You are Karen Holm: choose your domains, Fjordnavn and the fast track.
          Registry    {_sandbox.Page}
          Registrar   {Site}

        Ctrl+C ends both; nothing is kept.
        """;

    public static async Task<DemoRegistry> StartAsync(WebApplicationBuilder builder)
    {
        var site = new Uri(builder.Configuration["Urls"] ?? "http://localhost:7790");
        var folder = Directory.CreateTempSubdirectory("dk-fast-track-").FullName;
        var authority = Path.Combine(folder, "authority.pem");
        var sandbox = await Sandbox.StartAsync(new SandboxOptions
        {
            SeedFile = Path.Combine(AppContext.BaseDirectory, "DkFastTrack.registry.json"),
            CertificateFile = authority,
        });

        // What a registrar enters in the registrar portal.
        var key = RandomNumberGenerator.GetHexString(KeyBytes * 2, lowercase: true);
        sandbox.Registry.Registry.SetFastTrack(Account, new DkFastTrackEndpoint { Url = new Uri(site, "/fast-track"), ApiKey = key });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = site.ToString(),
            ["Folder"] = folder,
            ["Epp:Dk:Host"] = sandbox.Registry.Host,
            ["Epp:Dk:Port"] = sandbox.Port.ToString(CultureInfo.InvariantCulture),
            ["Epp:Dk:ClientId"] = sandbox.Registry.User,
            ["Epp:Dk:Password"] = sandbox.Registry.Password,
            ["Epp:Dk:SponsorId"] = Account,
            ["Epp:Dk:Tls:TrustedRootsFile"] = authority,
            ["FastTrack:ApiKeys:0"] = key,
            ["FastTrack:SessionUrl"] = new Uri(site, "/transfer").ToString(),
            ["FastTrack:NameServers:0"] = "ns1.fjordnavn.example",
            ["FastTrack:NameServers:1"] = "ns2.fjordnavn.example",
        });
        return new DemoRegistry(sandbox, site, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
