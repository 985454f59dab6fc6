using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EppClient.Stores.Tests.Redis;

/// <summary>Simulates the registry: counts the connections of all processes, and closes them.</summary>
internal sealed class SessionCounter : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly Dictionary<Socket, string> _open = [];
    private readonly List<(Func<IReadOnlyCollection<string>, int, bool> Condition, TaskCompletionSource Reached)> _waiting = [];
    private int _closeAtOnce;
    private int _seen;

    /// <param name="closeAtOnce">The number of sessions that are closed immediately after opening; later ones stay open.</param>
    public SessionCounter(int closeAtOnce = 0)
    {
        _closeAtOnce = closeAtOnce;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>The maximum number that were open at the same time.</summary>
    public int Most { get; private set; }

    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Waits for the expected names of the processes with open sessions, and the expected number of sessions so far.</summary>
    public Task WhenAsync(Func<IReadOnlyCollection<string>, int, bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((condition, reached));
            Tell();
        }

        return reached.Task;
    }

    public void Dispose()
    {
        _listener.Dispose();
        lock (_lock)
        {
            foreach (var socket in _open.Keys)
            {
                socket.Dispose();
            }
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = HoldAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task HoldAsync(Socket socket)
    {
        try
        {
            // The first bytes are the name; anything after them is the end.
            var buffer = new byte[64];
            var length = await socket.ReceiveAsync(buffer);
            var close = Opened(socket, Encoding.ASCII.GetString(buffer, 0, length).TrimEnd());
            if (close)
            {
                // Uncounted before its process is notified, because the process then releases its permit to another.
                Closed(socket);
                await socket.SendAsync(new byte[1]);
            }

            while (await socket.ReceiveAsync(buffer) > 0)
            {
                // No more data is expected.
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Its process was killed, or the test is over.
        }
        finally
        {
            Closed(socket);
            socket.Dispose();
        }
    }

    private bool Opened(Socket socket, string name)
    {
        lock (_lock)
        {
            _open.Add(socket, name);
            _seen++;
            Most = Math.Max(Most, _open.Count);
            Names = [.. Names.Append(name).Distinct()];
            Tell();
            return _closeAtOnce-- > 0;
        }
    }

    private void Closed(Socket socket)
    {
        lock (_lock)
        {
            _open.Remove(socket);
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Condition(_open.Values, _seen)).ToList())
        {
            _waiting.Remove(waiting);
            waiting.Reached.TrySetResult();
        }
    }
}
