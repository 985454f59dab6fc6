namespace EppClient.Transport;

/// <summary>Makes connections; replaced in tests by one that hands out scripted pipes.</summary>
internal interface IConnector
{
    /// <exception cref="EppConnectionException">No connection; the message says why and what to do.</exception>
    ValueTask<EppConnection> ConnectAsync(CancellationToken cancellationToken);
}
