using EppClient;
using StackExchange.Redis;

namespace EppConsole.Connecting;

/// <summary>A pool, and the Redis connection that counts its sessions if they are shared. Redis is closed last, because it is notified of each ended session.</summary>
internal sealed class OpenPool : IAsyncDisposable
{
    private readonly ConnectionMultiplexer? _redis;

    private OpenPool(EppSessionPool pool, ConnectionMultiplexer? redis) => (Pool, _redis) = (pool, redis);

    public EppSessionPool Pool { get; }

    /// <exception cref="EppConnectionException">Redis cannot be used. No session is opened without it, because the limit could be exceeded.</exception>
    public static async Task<OpenPool> OpenAsync(EppOptions options, SharedSessions? shared, CancellationToken cancellationToken)
    {
        if (shared is null)
        {
            return new OpenPool(new EppSessionPool(options), redis: null);
        }

        var redis = await shared.ConnectAsync(cancellationToken);
        try
        {
            return new OpenPool(new EppSessionPool(options with { Pool = options.Pool with { Quota = shared.QuotaOf(redis, options) } }), redis);
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
