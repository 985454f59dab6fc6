using BenchmarkDotNet.Attributes;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;

namespace EppClient.Benchmarks;

/// <summary>A pool with one session to the embedded registry, over TLS on loopback. The figures of commands include the work of the registry; EppClient.StressTests.Load has a neutral server.</summary>
[MemoryDiagnoser]
public class PoolBenchmarks
{
    private const int Depth = 32;

    private readonly Task[] _responses = new Task[Depth];
    private DkTestRegistry _registry = null!;
    private EppSessionPool _pool = null!;

    /// <summary>Starts the registry and logs in.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        _registry = DkTestRegistry.Start();
        _pool = new EppSessionPool(new EppOptions
        {
            Host = _registry.Host,
            Port = _registry.Port,
            ClientId = _registry.User,
            Password = _registry.Password,
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [_registry.CaCertificate] },
            Pool = new EppPoolOptions { MinSessions = 1, MaxSessions = 1, PipelineDepth = Depth },
        });
        await _pool.WarmUpAsync().ConfigureAwait(false);
    }

    /// <summary>Stops both.</summary>
    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _pool.DisposeAsync().ConfigureAwait(false);
        await _registry.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Rents a session and returns it.</summary>
    [Benchmark]
    public async Task RentAndReturn()
    {
        await using var session = await _pool.RentAsync().ConfigureAwait(false);
    }

    /// <summary>Sends one command at a time.</summary>
    [Benchmark]
    public Task OneByOne() => _pool.SendAsync(new DomainCheck("example.dk"));

    /// <summary>Sends thirty-two commands concurrently.</summary>
    [Benchmark(OperationsPerInvoke = Depth)]
    public Task Pipelined()
    {
        for (var i = 0; i < Depth; i++)
        {
            _responses[i] = _pool.SendAsync(new DomainCheck("example.dk"));
        }

        return Task.WhenAll(_responses);
    }
}
