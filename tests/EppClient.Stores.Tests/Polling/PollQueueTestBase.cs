using EppClient.Polling;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;

namespace EppClient.Stores.Tests.Polling;

/// <summary>The queue of a real server, a pool for it, and options with pauses of a few milliseconds.</summary>
public abstract class PollQueueTestBase : IAsyncLifetime, IAsyncDisposable
{
    private protected PollQueueService Service { get; } = new();

    private protected EppTestServer Server { get; private set; } = null!;

    private protected EppSessionPool Pool { get; private set; } = null!;

    private protected virtual EppProfile Profile => EppProfiles.Standard;

    private protected virtual EppPollConsumerOptions Options => EppPollConsumerOptions.For(Pool) with
    {
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetryDelay = TimeSpan.FromMilliseconds(20),
        EmptyDelay = TimeSpan.FromMilliseconds(1),
        MaxEmptyDelay = TimeSpan.FromMilliseconds(20),
    };

    public Task InitializeAsync()
    {
        Server = EppTestServer.Start(Service);
        Pool = PoolFor(Server);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await Pool.DisposeAsync();
        await Server.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return new(DisposeAsync());
    }

    private protected EppSessionPool PoolFor(EppTestServer server) => new(new EppOptions
    {
        Host = server.Host,
        Port = server.Port,
        ClientId = "REG-1",
        Password = "secret-of-a-test",
        Profile = Profile,
        Tls = new EppTlsOptions { TrustedRoots = [server.CaCertificate] },
    });
}
