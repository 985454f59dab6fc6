using StackExchange.Redis;

namespace EppClient.Redis;

internal static class RedisFailure
{
    /// <summary>Whether it comes from Redis or the way there. A connection that was closed by its owner counts too.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        RedisException or RedisCommandException or TimeoutException or ObjectDisposedException => true,
        AggregateException several => several.InnerExceptions.All(Is),
        _ => false,
    };
}
