using EppClient;
using StackExchange.Redis;

namespace EppConsole.Connecting;

/// <summary>A pool, and the Redis that counts its sessions, where other processes share them. Redis goes last: it is told of each session that has ended.</summary>
internal sealed class OpenPool : IAsyncDisposable
{
    private readonly ConnectionMultiplexer? _redis;

    private OpenPool(EppSessionPool pool, ConnectionMultiplexer? redis) => (Pool, _redis) = (pool, redis);

    public EppSessionPool Pool { get; }

    /// <exception cref="EppConnectionException">Redis cannot be used. Without it no session is opened: it might be one too many.</exception>
    public static async Task<OpenPool> OpenAsync(EppOptions options, SharedSessions? shared, CancellationToken cancellationToken)
    {
        if (shared is null)
        {
            return new OpenPool(new EppSessionPool(options), redis: null);
        }

        var redis = await shared.ConnectAsync(cancellationToken);
        try
        {
            return new OpenPool(new EppSessionPool(options with { SessionQuota = shared.QuotaOf(redis, options) }), redis);
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }
}
