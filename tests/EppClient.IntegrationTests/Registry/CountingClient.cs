namespace EppClient.IntegrationTests.Registry;

/// <summary>Records the commands and forwards them.</summary>
internal sealed class CountingClient(IEppClient inner) : IEppClient
{
    private readonly List<IEppCommand> _sent = [];

    public IReadOnlyList<IEppCommand> Sent => _sent;

    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        _sent.Add(command);
        return inner.SendCoreAsync(command, options, cancellationToken);
    }
}
