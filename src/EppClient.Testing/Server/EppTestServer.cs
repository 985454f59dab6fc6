using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Testing.Server;

/// <summary>
/// An EPP server in the current process, on loopback, over TLS with generated or given certificates. It handles frames and sessions and has no
/// knowledge of any registry; the service creates the responses.
/// </summary>
/// <example>
/// <code>
/// await using var server = EppTestServer.Start(service);
/// // connect to server.Host, server.Port and trust server.CaCertificate
/// </code>
/// </example>
public sealed class EppTestServer : IAsyncDisposable
{
    private readonly IEppService _service;
    private readonly EppTestServerOptions _options;
    private readonly EppTestCertificates _certificates;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<long, ServerConnection> _connections = new();
    private readonly ConcurrentQueue<EppServerFault> _faultsToCome = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly Task _accepting;
    private bool _isDisposed;
    private long _lastId;

    private EppTestServer(IEppService service, EppTestServerOptions options)
    {
        _service = service;
        _options = options;
        _certificates = options.Certificates ?? EppTestCertificates.Create();
        _listener = new TcpListener(IPAddress.Loopback, options.Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The host name in the server's certificate.</summary>
    public string Host { get; } = "localhost";

    /// <summary>The port on which the server listens.</summary>
    public int Port { get; }

    /// <summary>
    /// The certificate authority that issued the server's certificate, for the client to trust. The server owns it, or the owner of the given certificates.
    /// </summary>
    public X509Certificate2 CaCertificate => _certificates.Authority;

    /// <summary>The number of open connections.</summary>
    public int ConnectionCount => _connections.Count;

    /// <summary>The sessions of the open connections, oldest first.</summary>
    public IReadOnlyList<ServerSession> Sessions => [.. _connections.Values.Select(connection => connection.Session).OrderBy(session => session.Id)];

    /// <summary>Starts a server.</summary>
    /// <param name="service">The service that creates the responses.</param>
    /// <param name="options">The port and limits. Default: null, the defaults.</param>
    /// <returns>The server, which is listening.</returns>
    public static EppTestServer Start(IEppService service, EppTestServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new EppTestServer(service, options ?? new EppTestServerOptions());
    }

    /// <summary>Exports the authority's certificate as PEM text.</summary>
    /// <returns>The PEM text.</returns>
    public string ExportCaPem() => CaCertificate.ExportCertificatePem();

    /// <summary>Aborts all connections as a failed network would: without a response or an orderly close.</summary>
    public void AbortConnections()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Abort();
        }
    }

    /// <summary>Injects a fault into the next message, of any session. Several faults affect one message each, in order.</summary>
    /// <param name="fault">The fault.</param>
    public void InjectFault(EppServerFault fault) => _faultsToCome.Enqueue(fault);

    /// <summary>Stops listening, closes all connections and waits until they have ended.</summary>
    /// <returns>A task that fails with the exceptions of the service, if there are any.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_connections.Values.Select(connection => connection.Completion)).ConfigureAwait(false);
        _stop.Dispose();
        if (_options.Certificates is null)
        {
            _certificates.Dispose();
        }

        if (!_failures.IsEmpty)
        {
            throw new AggregateException("The service failed.", _failures);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false);
                var connection = new ServerConnection(++_lastId, socket, _service, _options, _certificates, _faultsToCome);
                _connections[connection.Id] = connection;
                connection.Start(Forget, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed: no more connections are accepted.
        }
    }

    private void Forget(ServerConnection connection, Exception? failure)
    {
        _connections.TryRemove(connection.Id, out _);
        if (failure is not null)
        {
            _failures.Enqueue(failure);
        }
    }
}
