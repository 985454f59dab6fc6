namespace EppClient.IntegrationTests.Registry;

/// <summary>Remembers what was sent, and hands it on.</summary>
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
