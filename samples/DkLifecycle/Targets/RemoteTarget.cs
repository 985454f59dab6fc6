using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EppClient;
using EppClient.Dk;

namespace DkLifecycle.Targets;

/// <summary>A remote registry. Its clock cannot be moved, and its registrants cannot be simulated.</summary>
internal sealed class RemoteTarget(Arguments.Remote server, TimeProvider clock) : ITarget
{
    public EppOptions Options { get; } = new()
    {
        Host = server.Host,
        Port = server.Port,
        ClientId = server.User,
        Password = server.Password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions
        {
            TrustedRoots = server.CaFile is { } file ? LoadRoots(file) : null,
            DangerousAcceptAnyServerCertificate = server.AcceptAnyCertificate,
        },
        Pool = new EppPoolOptions { MaxSessions = 1 },
    };

    public string Description => $"{server.Host}:{server.Port}, as {server.User}";

    public string Account => server.Account;

    public TimeProvider Clock => clock;

    public string Domain { get; } = server.Domain ?? "eppclient-" + clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".dk";

    public IReadOnlyList<string> NameServers { get; } = server.NameServers ?? ["ns1.example.com", "ns2.example.com", "ns3.example.com"];

    public LegacyDomain? DomainToTransfer => null;

    public LegacyDomain? WithUsAsProxy => null;

    public string? WithOurNameServers => null;

    public LegacyDomain? OutOfReach => null;

    public bool MoveClock(DateTimeOffset time) => false;

    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, clock, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IReadOnlyList<X509Certificate2> LoadRoots(string file)
    {
        try
        {
            return EppTlsOptions.LoadTrustedRoots(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new UsageException($"--ca: {e.Message}", e);
        }
    }
}
