using EppClient;
using EppClient.Protocol;

namespace EppConsole.Connecting;

/// <summary>A pool that is made when the first command comes: what never gets so far needs neither account nor password.</summary>
internal sealed class LazyPool(Func<EppOptions> options) : IEppClient, IAsyncDisposable
{
    private EppSessionPool? _pool;

    public Task<EppResponse> TransactAsync(IEppCommand command, EppSendOptions sendOptions, CancellationToken cancellationToken) =>
        (_pool ??= new EppSessionPool(options())).TransactAsync(command, sendOptions, cancellationToken);

    public ValueTask DisposeAsync() => _pool?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>What is there where nothing shall be sent.</summary>
internal sealed class NoRegistry : IEppClient
{
    public static NoRegistry Instance { get; } = new();

    public Task<EppResponse> TransactAsync(IEppCommand command, EppSendOptions sendOptions, CancellationToken cancellationToken) => throw new NothingSentException();
}
