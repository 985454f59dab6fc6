namespace EppClient.Transport;

/// <summary>Makes connections; replaced in tests by one that hands out scripted pipes.</summary>
internal interface IConnector
{
    /// <param name="steps">Receives each step as it begins.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppConnectionException">No connection; the message says why and what to do.</exception>
    ValueTask<EppConnection> ConnectAsync(OpeningSteps steps, CancellationToken cancellationToken);
}
