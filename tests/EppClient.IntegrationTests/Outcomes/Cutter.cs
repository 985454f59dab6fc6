using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>Stands between a client and a server, passes octets on, and cuts each connection where it is told to. Knows nothing of TLS.</summary>
internal sealed class Cutter : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly TaskCompletionSource _swallowed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _serverPort;
    private readonly Func<long?> _octetsToPass;
    private readonly Task _accepting;

    /// <param name="serverPort">Where the server listens on loopback.</param>
    /// <param name="octetsToPass">How many octets, of both directions together, the next connection lives; null for as long as it wants.</param>
    public Cutter(int serverPort, Func<long?> octetsToPass)
    {
        _serverPort = serverPort;
        _octetsToPass = octetsToPass;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>Lets nothing of the server's through any more.</summary>
    public bool SwallowsAnswers { get; set; }

    /// <summary>Ends when something of the server's was swallowed.</summary>
    public Task Swallowed => _swallowed.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(PassAsync(await _listener.AcceptSocketAsync(_stop.Token), _octetsToPass()));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(Socket client, long? octets)
    {
        await Task.Yield();
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        using (client)
        {
            var budget = new Budget(octets);
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stop.Token);
                using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                var upstream = CopyAsync(client, server, budget, isAnswer: false, end);
                var downstream = CopyAsync(server, client, budget, isAnswer: true, end);
                await Task.WhenAll(upstream, downstream);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One side went.
            }

            if (budget.IsSpent)
            {
                Cuts++;
            }
        }
    }

    private async Task CopyAsync(Socket from, Socket to, Budget budget, bool isAnswer, CancellationTokenSource end)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, end.Token) is > 0 and var received)
            {
                if (isAnswer && SwallowsAnswers)
                {
                    _swallowed.TrySetResult();
                    continue;
                }

                var allowed = budget.Take(received);
                await to.SendAsync(buffer.AsMemory(0, allowed), end.Token);
                if (budget.IsSpent)
                {
                    break;
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other direction has ended.
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    private sealed class Budget(long? octets)
    {
        private long _left = octets ?? long.MaxValue;

        public bool IsSpent => Interlocked.Read(ref _left) <= 0;

        /// <summary>How many of the octets may still pass.</summary>
        public int Take(int wanted)
        {
            var before = Interlocked.Add(ref _left, -wanted) + wanted;
            return (int)Math.Clamp(before, 0, wanted);
        }
    }
}
