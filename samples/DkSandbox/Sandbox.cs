using System.Net.Sockets;
using DkSandbox.Admin;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;

namespace DkSandbox;

/// <summary>The registry, its EPP server, and the page.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly AdminServer _admin;
    private readonly EppTestCertificates _certificates;

    private Sandbox(DkTestRegistry registry, EppTestCertificates certificates, AdminServer admin)
    {
        Registry = registry;
        _certificates = certificates;
        _admin = admin;
    }

    public DkTestRegistry Registry { get; }

    public int Port => Registry.Port;

    public Uri Page => _admin.Address;

    public IReadOnlyList<DkServiceUser> Logins => Registry.Registry.Snapshot().Users;

    public static async Task<Sandbox> StartAsync(SandboxOptions options)
    {
        // These steps are independent and run in parallel, for a fast start.
        var preparing = Task.Run(() => (EppTestCertificates.Create(), AdminServer.Prepare(options.AdminPort)));
        var history = new DomainHistory();
        var seeded = Seed(options, history);
        var (certificates, admin) = await preparing;
        var feed = new ExchangeFeed(seeded.Clock ??= new DkClock());
        var registry = StartRegistry(options, seeded, certificates, feed);
        try
        {
            feed.UserOf = session => registry.Sessions.FirstOrDefault(open => open.Id == session)?.User;
            await WriteCertificateAsync(options, registry.Server);
            return new Sandbox(registry, certificates, await AdminServer.StartAsync(admin, registry, feed, history, options.AdminPort));
        }
        catch
        {
            await registry.DisposeAsync();
            certificates.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _admin.DisposeAsync();
        await Registry.DisposeAsync();
        _certificates.Dispose();
    }

    private static DkRegistryBuilder Seed(SandboxOptions options, DomainHistory history)
    {
        var seed = ReadSeed(options);
        var behavior = options.LikeRegistrySandbox ? DkRegistryOptions.LikeSandbox : new DkRegistryOptions();
        try
        {
            return new DkRegistryBuilder { Options = behavior with { DomainObserver = history.Record } }.FromJson(seed);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new SandboxException($"{options.SeedFile}: {e.Message}", e);
        }
    }

    private static DkTestRegistry StartRegistry(SandboxOptions options, DkRegistryBuilder seeded, EppTestCertificates certificates, ExchangeFeed feed)
    {
        try
        {
            return DkTestRegistry.Start(
                seeded,
                new EppTestServerOptions { Port = options.Port, Certificates = certificates, FrameObserver = feed.Publish });
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new SandboxException($"{options.SeedFile}: {e.Message}", e);
        }
        catch (SocketException e)
        {
            throw new SandboxException($"Port {options.Port} cannot be used: {e.Message}. Choose another port with --port.", e);
        }
    }

    private static string ReadSeed(SandboxOptions options)
    {
        try
        {
            return options.SeedFile is { } file ? File.ReadAllText(file) : Resources.Text("seed.json");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"The seed cannot be read: {e.Message}", e);
        }
    }

    private static async Task WriteCertificateAsync(SandboxOptions options, EppTestServer server)
    {
        try
        {
            if (options.CertificateFile is { } file)
            {
                await File.WriteAllTextAsync(file, server.ExportCaPem());
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"The authority's certificate cannot be written: {e.Message}", e);
        }
    }
}
