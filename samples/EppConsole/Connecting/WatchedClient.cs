using EppClient;

namespace EppConsole.Connecting;

/// <summary>
/// Remembers the last command, to distinguish a failure from an unknown outcome. Every program that changes objects at a registry has to
/// do this.
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

/// <summary>Adds the extensions of the command line to each command.</summary>
internal sealed class ExtendingClient(IEppClient inner, CommandExtensions extensions) : IEppClient
{
    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        inner.SendCoreAsync(extensions.AddTo(command), options, cancellationToken);
}
