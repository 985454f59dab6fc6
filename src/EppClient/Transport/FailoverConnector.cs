using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Transport;

/// <summary>
/// Connects to the first of several servers that can be reached, and continues to use it. After a configured time the first server is tried again, so that a
/// fallback server is not used longer than necessary.
/// </summary>
/// <remarks>Each server except the last of a round gets a share of the time, so that a silent server leaves time for the others.</remarks>
internal sealed class FailoverConnector(
    IReadOnlyList<FailoverConnector.Server> servers, TimeSpan timeout, TimeSpan returnAfter, TimeProvider time, ILogger logger) : IConnector
{
    private readonly Lock _lock = new();
    private int _current;
    private long _switchedAt;

    /// <summary>The part of the time that each server gets, except the last of a round.</summary>
    public static TimeSpan ShareOf(TimeSpan timeout, int servers) => timeout / servers;

    /// <summary>The server for the next connection.</summary>
    public string Current
    {
        get
        {
            lock (_lock)
            {
                return servers[First()].Name;
            }
        }
    }

    public async ValueTask<EppConnection> ConnectAsync(ConnectTimings steps, CancellationToken cancellationToken)
    {
        int first;
        lock (_lock)
        {
            first = First();
        }

        List<EppException> failures = [];
        for (var i = 0; ; i++)
        {
            var number = (first + i) % servers.Count;
            var isLast = i == servers.Count - 1;
            try
            {
                var connection = await ConnectAsync(servers[number], isLast, steps, cancellationToken).ConfigureAwait(false);
                Reached(first, number);
                return connection;
            }
            catch (EppException failure) when (failure is EppConnectionException or EppProtocolException)
            {
                failures.Add(failure);
                if (isLast)
                {
                    if (servers.Count == 1)
                    {
                        throw;
                    }

                    throw NoneReached(failures);
                }

                Log.EndpointFailed(logger, servers[number].Name, servers[(number + 1) % servers.Count].Name, failure.Message);
            }
        }
    }

    /// <summary>The server in use, or the first one after the others were used for long enough. Called under the lock.</summary>
    private int First() => _current != 0 && time.GetElapsedTime(_switchedAt) >= returnAfter ? 0 : _current;

    private async ValueTask<EppConnection> ConnectAsync(Server server, bool isLast, ConnectTimings steps, CancellationToken cancellationToken)
    {
        if (isLast)
        {
            return await server.Connector.ConnectAsync(steps, cancellationToken).ConfigureAwait(false);
        }

        var share = ShareOf(timeout, servers.Count);
        using var shareEnd = new CancellationTokenSource(share, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(shareEnd.Token, cancellationToken);
        try
        {
            var connection = await server.Connector.ConnectAsync(steps, either.Token).ConfigureAwait(false);
            return server.Greets ? await GreetedAsync(connection, either.Token).ConfigureAwait(false) : connection;
        }
        catch (OperationCanceledException e) when (shareEnd.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EppConnectionException(
                FormattableString.Invariant($"No connection to {server.Name} within {share.TotalSeconds:0.###} s, its share of EppTimeoutOptions.Connect."), EppDelivery.NotSent, e);
        }
    }

    private static async ValueTask<EppConnection> GreetedAsync(EppConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await FirstBytes.RequireAsync(connection, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void Reached(int first, int number)
    {
        lock (_lock)
        {
            if (number == first && number != 0)
            {
                return;
            }

            if (number == 0 && _current != 0)
            {
                Log.EndpointRestored(logger, servers[0].Name);
            }

            _current = number;
            _switchedAt = time.GetTimestamp();
        }
    }

    private static EppConnectionException NoneReached(List<EppException> failures) =>
        new($"None of the {failures.Count} servers of the registry was reached. {string.Join(" ", failures.Select(failure => failure.Message))}", EppDelivery.NotSent, failures[0]);

    /// <summary>One of the servers of a registry.</summary>
    /// <param name="Name">Its name, for messages.</param>
    /// <param name="Connector">The connector of the server.</param>
    /// <param name="Greets">Whether the server sends a greeting without a hello.</param>
    internal sealed record Server(string Name, IConnector Connector, bool Greets);
}
