using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EppClient.Testing.Network;

/// <summary>
/// Simulates a bad network in front of a server: passes on the bytes of TCP connections, with or without TLS, and delays, throttles, withholds or
/// drops them according to its plan. Listens on loopback. The bytes that pass are unchanged and in order. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// await using var proxy = EppFaultProxy.Start("127.0.0.1", 7000);
/// // connect to proxy.Host, proxy.Port instead of the registry's
/// proxy.Plan = EppFaultPlan.Both(new EppStreamFaults { Latency = TimeSpan.FromMilliseconds(40) });
/// proxy.Connections[0].End();
/// </code>
/// </example>
public sealed class EppFaultProxy : IAsyncDisposable
{
    private readonly EndPoint _server;
    private readonly EppFaultProxyOptions _options;
    private readonly Socket _reservation;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, EppFaultConnection> _open = new();
    private readonly ConcurrentDictionary<int, Task> _running = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly Lock _lock = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private EppFaultPlan _plan;
    private int _accepted;
    private int _cut;
    private long _bytesToServer;
    private long _bytesToClient;

    private EppFaultProxy(EndPoint server, EppFaultProxyOptions options)
    {
        options.Plan.Check();
        _server = server;
        _options = options;
        _plan = options.Plan;
        // Bound, but not listening: reserves the port while connections are refused.
        _reservation = Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Listen();
    }

    /// <summary>The host name of the proxy: <c>localhost</c>, as in the certificate of <see cref="Server.EppTestServer"/>.</summary>
    public string Host { get; } = "localhost";

    /// <summary>The port on which the proxy listens.</summary>
    public int Port => ((IPEndPoint)_reservation.LocalEndPoint!).Port;

    /// <summary>The faults of all open connections, and of new ones without a plan of their own. A new value takes effect at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative, or the speed is zero.</exception>
    public EppFaultPlan Plan
    {
        get
        {
            lock (_lock)
            {
                return _plan;
            }
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.Check();
            lock (_lock)
            {
                _plan = value;
            }

            foreach (var connection in Connections)
            {
                connection.Plan = value;
            }
        }
    }

    /// <summary>Whether the proxy does not listen on the port, so the system refuses clients. Open connections stay. Default: false.</summary>
    public bool RefusesConnections
    {
        get
        {
            lock (_lock)
            {
                return _listener is null;
            }
        }

        set
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
                if (value)
                {
                    _listener?.Dispose();
                    _listener = null;
                }
                else if (_listener is null)
                {
                    Listen();
                }
            }
        }
    }

    /// <summary>The open connections, oldest first.</summary>
    public IReadOnlyList<EppFaultConnection> Connections => [.. _open.Values.OrderBy(connection => connection.Number)];

    /// <summary>The number of accepted connections.</summary>
    public int AcceptedCount => Volatile.Read(ref _accepted);

    /// <summary>The number of ended connections that the proxy ended, by plan or by <see cref="EppFaultConnection.End"/>.</summary>
    public int DisconnectCount => Volatile.Read(ref _cut);

    /// <summary>The number of bytes that have passed from clients to the server, over all connections.</summary>
    public long BytesToServer
    {
        get
        {
            lock (_lock)
            {
                return _bytesToServer + _open.Values.Sum(connection => connection.BytesToServer);
            }
        }
    }

    /// <summary>The number of bytes that have passed from the server to clients, over all connections.</summary>
    public long BytesToClient
    {
        get
        {
            lock (_lock)
            {
                return _bytesToClient + _open.Values.Sum(connection => connection.BytesToClient);
            }
        }
    }

    /// <summary>Starts a proxy.</summary>
    /// <param name="host">The name or address of the server.</param>
    /// <param name="port">The port of the server.</param>
    /// <param name="options">The options. Default: null, initially without faults.</param>
    /// <returns>The proxy, which is listening.</returns>
    public static EppFaultProxy Start(string host, int port, EppFaultProxyOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        EndPoint server = IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(host, port);
        return new EppFaultProxy(server, options ?? new EppFaultProxyOptions());
    }

    /// <summary>Stops listening, resets all connections and waits until they have ended.</summary>
    /// <returns>A task that fails with the exceptions of <see cref="EppFaultProxyOptions.PlanFor"/>, if there are any.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        lock (_lock)
        {
            _listener?.Dispose();
            _listener = null;
        }

        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_running.Values).ConfigureAwait(false);
        _reservation.Dispose();
        if (!_failures.IsEmpty)
        {
            throw new AggregateException("PlanFor failed for a connection.", _failures);
        }
    }

    private static Socket Bind(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        socket.Bind(endPoint);
        return socket;
    }

    private void Listen()
    {
        _listener = Bind((IPEndPoint)_reservation.LocalEndPoint!);
        _listener.Listen();
        _accepting = AcceptAsync(_listener, _accepting);
    }

    private async Task AcceptAsync(Socket listener, Task before)
    {
        await Task.Yield();
        await before.ConfigureAwait(false);
        try
        {
            while (true)
            {
                Run(await listener.AcceptAsync(_stop.Token).ConfigureAwait(false));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Connections are refused from now on, or the proxy was disposed.
        }
    }

    private void Run(Socket client)
    {
        var number = Interlocked.Increment(ref _accepted);
        var connection = new EppFaultConnection(number, client, new Socket(SocketType.Stream, ProtocolType.Tcp), new CancellationTokenSource(), Plan, _options);
        try
        {
            if (_options.PlanFor?.Invoke(connection) is { } plan)
            {
                connection.Plan = plan;
            }
        }
        catch (Exception failure)
        {
            _failures.Enqueue(failure);
            connection.End();
        }

        _open[number] = connection;
        _running[number] = RunAsync(connection);
        if (!_open.ContainsKey(number))
        {
            // The connection has already ended.
            _running.TryRemove(number, out _);
        }
    }

    private async Task RunAsync(EppFaultConnection connection)
    {
        await connection.RunAsync(_server, _stop.Token).ConfigureAwait(false);
        lock (_lock)
        {
            _bytesToServer += connection.BytesToServer;
            _bytesToClient += connection.BytesToClient;
            _cut += connection.Ending is null ? 0 : 1;
            _open.TryRemove(connection.Number, out _);
        }

        _running.TryRemove(connection.Number, out _);
    }
}
