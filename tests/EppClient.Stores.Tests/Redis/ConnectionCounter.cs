using System.Net;
using System.Net.Sockets;

namespace EppClient.Stores.Tests.Redis;

/// <summary>A proxy for a registry that counts connections like the registry: one ends when the registry has closed it.</summary>
internal sealed class ConnectionCounter : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<(Func<int, int, bool> Condition, TaskCompletionSource Reached)> _waiting = [];
    private readonly Task _accepting;
    private readonly int _registry;
    private int _open;

    public ConnectionCounter(int registry)
    {
        _registry = registry;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The maximum number that were open at the same time.</summary>
    public int Most { get; private set; }

    /// <summary>The total number so far.</summary>
    public int Seen { get; private set; }

    /// <summary>Waits for the expected number of open sessions and of all sessions so far.</summary>
    public Task WhenAsync(Func<int, int, bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((condition, reached));
            Tell();
        }

        return reached.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> conversations = [];
        try
        {
            while (true)
            {
                conversations.Add(RelayAsync(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var registry = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            Count(+1);
            try
            {
                await registry.ConnectAsync(IPAddress.Loopback, _registry, _end.Token);
                var asking = AskAsync(client, registry);
                await Relay.CopyAsync(registry, client, _end.Token);

                // Uncounted before its process is notified, because the process then releases its permit to another.
                Count(-1);
                client.Dispose();
                await asking;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // The test is over.
            }
        }
    }

    /// <summary>The registry detects it when the process disconnects or dies.</summary>
    private async Task AskAsync(Socket client, Socket registry)
    {
        await Relay.CopyAsync(client, registry, _end.Token);
        registry.Shutdown(SocketShutdown.Send);
    }

    private void Count(int change)
    {
        lock (_lock)
        {
            _open += change;
            Most = Math.Max(Most, _open);
            Seen += Math.Max(change, 0);
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Condition(_open, Seen)).ToList())
        {
            _waiting.Remove(waiting);
            waiting.Reached.TrySetResult();
        }
    }
}
