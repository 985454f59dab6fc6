using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EppClient.Stores.Tests.Redis;

/// <summary>Plays the registry: counts the connections of all processes, and closes them as it likes.</summary>
internal sealed class SessionCounter : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly Dictionary<Socket, string> _open = [];
    private readonly List<(Func<IReadOnlyCollection<string>, int, bool> Condition, TaskCompletionSource Reached)> _waiting = [];
    private int _closeAtOnce;
    private int _seen;

    /// <param name="closeAtOnce">How many sessions are closed as soon as they are open; those after them stay.</param>
    public SessionCounter(int closeAtOnce = 0)
    {
        _closeAtOnce = closeAtOnce;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>The most that were open at one time.</summary>
    public int Most { get; private set; }

    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Waits until the names of the open sessions' processes, and the number of sessions so far, are as they should.</summary>
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
            // The first octets are the name; what comes then is the end.
            var buffer = new byte[64];
            var length = await socket.ReceiveAsync(buffer);
            var close = Opened(socket, Encoding.ASCII.GetString(buffer, 0, length).TrimEnd());
            if (close)
            {
                // Counted out before its process is told: only then may that give its room to another.
                Closed(socket);
                await socket.SendAsync(new byte[1]);
            }

            while (await socket.ReceiveAsync(buffer) > 0)
            {
                // Nothing more is expected.
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
