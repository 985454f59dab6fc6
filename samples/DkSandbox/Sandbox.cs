using System.Net.Sockets;
using DkSandbox.Admin;
using EppClient.Testing.Dk;
using EppClient.Testing.Server;

namespace DkSandbox;

/// <summary>The registry, its server for EPP, and the page beside it.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly AdminServer _admin;

    private Sandbox(DkTestRegistry registry, AdminServer admin)
    {
        Registry = registry;
        _admin = admin;
    }

    public DkTestRegistry Registry { get; }

    public int Port => Registry.Port;

    public Uri Page => _admin.Address;

    public IReadOnlyList<DkServiceUser> Logins => Registry.Registry.Snapshot().Users;

    public static async Task<Sandbox> StartAsync(SandboxOptions options)
    {
        // Two halves that need nothing of each other, and nobody likes to wait.
        var admin = Task.Run(() => AdminServer.Prepare(options.AdminPort));
        var feed = new FrameFeed();
        var registry = StartRegistry(options, feed);
        try
        {
            feed.UserOf = session => registry.Sessions.FirstOrDefault(open => open.Id == session)?.User;
            await WriteCertificateAsync(options, registry.Server);
            return new Sandbox(registry, await AdminServer.StartAsync(await admin, registry, feed, options.AdminPort));
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _admin.DisposeAsync();
        await Registry.DisposeAsync();
    }

    private static DkTestRegistry StartRegistry(SandboxOptions options, FrameFeed feed)
    {
        var seed = ReadSeed(options);
        try
        {
            return DkTestRegistry.Start(
                new DkRegistryBuilder { Options = options.LikeRegistrySandbox ? DkRegistryOptions.LikeSandbox : new DkRegistryOptions() }.FromJson(seed),
                new EppTestServerOptions { Port = options.Port, FrameObserver = feed.Publish });
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new SandboxException($"{options.SeedFile}: {e.Message}", e);
        }
        catch (SocketException e)
        {
            throw new SandboxException($"Port {options.Port} cannot be used: {e.Message}. Choose another one with --port.", e);
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
            throw new SandboxException($"The authority cannot be written: {e.Message}", e);
        }
    }
}
