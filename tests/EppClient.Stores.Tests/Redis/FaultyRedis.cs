using System.Reflection;
using StackExchange.Redis;

namespace EppClient.Stores.Tests.Redis;

/// <summary>A connection to a real Redis on which some commands fail with exceptions that the current client does not throw.</summary>
internal sealed class FaultyRedis
{
    private readonly Func<string, Exception?> _failure;

    private FaultyRedis(Func<string, Exception?> failure) => _failure = failure;

    /// <param name="connection">The connection.</param>
    /// <param name="failure">The failure of a command, by the name of the method; null to send it to Redis.</param>
    public static IConnectionMultiplexer Over(IConnectionMultiplexer connection, Func<string, Exception?> failure)
    {
        var faults = new FaultyRedis(failure);
        var multiplexer = DispatchProxy.Create<IConnectionMultiplexer, Proxy>();
        ((Proxy)(object)multiplexer).Setup((method, arguments) =>
            method.Name == nameof(IConnectionMultiplexer.GetDatabase) ? faults.Wrap((IDatabase)method.Invoke(connection, arguments)!) : method.Invoke(connection, arguments));
        return multiplexer;
    }

    private IDatabase Wrap(IDatabase database)
    {
        var wrapped = DispatchProxy.Create<IDatabase, Proxy>();
        ((Proxy)(object)wrapped).Setup((method, arguments) => _failure(method.Name) is { } failure ? throw failure : method.Invoke(database, arguments));
        return wrapped;
    }

    /// <summary>Forwards calls.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it at run time.
    public class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private Func<MethodInfo, object?[]?, object?>? _call;

        internal void Setup(Func<MethodInfo, object?[]?, object?> call) => _call = call;

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            try
            {
                return _call!(targetMethod!, args);
            }
            catch (TargetInvocationException e) when (e.InnerException is { } failure)
            {
                throw failure;
            }
        }
    }
}
