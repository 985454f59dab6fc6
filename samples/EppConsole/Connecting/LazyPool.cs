using EppClient;

namespace EppConsole.Connecting;

/// <summary>A pool that is opened with the first command: a verb that sends none needs neither account nor password. One command at a time.</summary>
internal sealed class LazyPool(Func<CancellationToken, Task<OpenPool>> open) : IEppClient, IAsyncDisposable
{
    private OpenPool? _open;

    public async Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions sendOptions, CancellationToken cancellationToken)
    {
        _open ??= await open(cancellationToken);
        return await _open.Pool.SendCoreAsync(command, sendOptions, cancellationToken);
    }

    public ValueTask DisposeAsync() => _open?.DisposeAsync() ?? ValueTask.CompletedTask;
}
