using System.Diagnostics;
using System.Globalization;
using EppClient.Commands;

namespace EppClient.StressTests.Load;

/// <summary>This library: one caller for each command in flight.</summary>
internal sealed class LibraryClient(LoadOptions options) : ILoadClient
{
    // Objects that a caller creates for itself are not part of the figures.
    private static readonly DomainCheck Check = new("example.dk");

    private static readonly DomainInfo Info = new("example.dk");

    private readonly EppSessionPool _pool = new(new EppOptions
    {
        Host = options.Host,
        Port = options.Port,
        ClientId = options.User,
        Password = options.Password,
        Tls = options.Authority is { } file ? new EppTlsOptions { TrustedRoots = EppTlsOptions.LoadTrustedRoots(file.FullName) } : new EppTlsOptions(),
        Pool = new EppPoolOptions { MinSessions = options.Sessions, MaxSessions = options.Sessions, PipelineDepth = options.Depth },
    });

    public Task OpenAsync() => _pool.WarmUpAsync();

    public Task SendAsync(int perSession, long[]? latencies)
    {
        var total = options.Sessions * perSession;
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, options.Sessions * options.Depth).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < total; i = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await SendAsync(i).ConfigureAwait(false);
                if (latencies is not null)
                {
                    latencies[i] = Stopwatch.GetTimestamp() - began;
                }
            }
        })));
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private Task SendAsync(int number) => options.Verb switch
    {
        LoadVerb.Check => _pool.SendAsync(Check),
        LoadVerb.Info => _pool.SendAsync(Info),
        LoadVerb.Create => _pool.SendAsync(new DomainCreate(string.Create(CultureInfo.InvariantCulture, $"load-{number}.dk"), DomainAuthInfo.FromPassword("2fooBAR"))),
        _ => throw new ArgumentOutOfRangeException(nameof(number), options.Verb, "The verb is not supported."),
    };
}
