using EppClient;

namespace EppConsole.Connecting;

/// <summary>
/// Remembers which command was sent last, so that a failure can be told from an unknown outcome: any program that changes
/// things at a registry has to.
/// </summary>
internal sealed class WatchedClient(IEppClient inner) : IEppClient
{
    public IEppCommand? LastCommand { get; private set; }

    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        LastCommand = command;
        return inner.SendCoreAsync(command, options, cancellationToken);
    }
}
