using System.Net;
using System.Net.Sockets;

namespace EppClient.Testing.Network;

/// <summary>A connection through an <see cref="EppFaultProxy"/>. Thread-safe.</summary>
public sealed class EppFaultConnection
{
    private readonly Socket _client;
    private readonly Socket _server;
    private readonly CancellationTokenSource _end;
    private readonly FaultSwitch _plan;
    private readonly FaultStream _toServer;
    private readonly FaultStream _toClient;
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private bool _isOver;

    /// <summary>Creates an instance; <see cref="RunAsync"/> disposes the sockets.</summary>
    internal EppFaultConnection(int number, Socket client, Socket server, CancellationTokenSource end, EppFaultPlan plan, EppFaultProxyOptions options)
    {
        Number = number;
        (_client, _server, _end) = (client, server, end);
        (_client.NoDelay, _server.NoDelay) = (true, true);
        _plan = new FaultSwitch(plan);
        _toServer = new FaultStream(client, server, _plan, static plan => plan.ToServer, new Random(SeedOf(options.Seed, number, 0)), options.TimeProvider);
        _toClient = new FaultStream(server, client, _plan, static plan => plan.ToClient, new Random(SeedOf(options.Seed, number, 1)), options.TimeProvider);
    }

    /// <summary>The number of the connection, from 1, in the order in which connections were accepted.</summary>
    public int Number { get; }

    /// <summary>The faults of this connection. A new value takes effect at once, also for bytes that are in transit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative, or the speed is zero.</exception>
    public EppFaultPlan Plan
    {
        get => _plan.Current.Plan;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _plan.Set(value);
        }
    }

    /// <summary>The number of bytes that have passed from the client to the server.</summary>
    public long BytesToServer => _toServer.Passed;

    /// <summary>The number of bytes that have passed from the server to the client.</summary>
    public long BytesToClient => _toClient.Passed;

    /// <summary>How the proxy ended the connection; null if it has not.</summary>
    public EppFaultEnding? Ending { get; private set; }

    /// <summary>Completes, never with a failure, when both sides of the connection are closed.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Completes when bytes from the client have arrived that a stall withholds from the server.</summary>
    public Task HeldBackFromServer => _toServer.HeldBack;

    /// <summary>Completes when bytes from the server have arrived that a stall withholds from the client.</summary>
    public Task HeldBackFromClient => _toClient.HeldBack;

    /// <summary>Ends the connection now, whatever its plan is.</summary>
    /// <param name="ending">A reset, or an orderly close.</param>
    /// <exception cref="ArgumentException">The ending affects one direction only; set <see cref="Plan"/> instead.</exception>
    public void End(EppFaultEnding ending = EppFaultEnding.Reset)
    {
        if (ending is not (EppFaultEnding.Reset or EppFaultEnding.Close))
        {
            throw new ArgumentException($"{ending} affects one direction only: set {nameof(Plan)} with {nameof(EppStreamFaults.DisconnectAfterBytes)} 0.", nameof(ending));
        }

        EndBy(ending);
    }

    internal async Task RunAsync(EndPoint server, CancellationToken stop)
    {
        await Task.Yield();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _end.Token);
        try
        {
            await _server.ConnectAsync(server, either.Token).ConfigureAwait(false);
            await Task.WhenAll(PassAsync(_toServer, _server, either.Token), PassAsync(_toClient, _client, either.Token)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side or the proxy aborted the connection: the other side sees the same.
            await PrepareToCloseAsync(Ending == EppFaultEnding.Close).ConfigureAwait(false);
        }
        finally
        {
            TryEnd(Ending);
            _client.Dispose();
            _server.Dispose();
            _completion.TrySetResult();
        }
    }

    private async Task PassAsync(FaultStream stream, Socket receiver, CancellationToken stop)
    {
        var taking = stream.TakeAsync(stop);
        var giving = GiveAsync(stream, receiver, stop);
        try
        {
            // If a sender aborts the connection while its bytes are withheld, the receiver's connection is aborted too.
            await (await Task.WhenAny(taking, giving).ConfigureAwait(false)).ConfigureAwait(false);
            await Task.WhenAll(taking, giving).ConfigureAwait(false);
        }
        catch
        {
            await _end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(taking, giving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task GiveAsync(FaultStream stream, Socket receiver, CancellationToken stop)
    {
        var ending = await stream.GiveAsync(stop).ConfigureAwait(false);
        if (ending is EppFaultEnding.Reset or EppFaultEnding.Close)
        {
            EndBy(ending.Value);
            stop.ThrowIfCancellationRequested();
        }

        receiver.Shutdown(SocketShutdown.Send);
        if (ending is not null)
        {
            lock (_lock)
            {
                Ending ??= ending;
            }

            await stream.DrainAsync(stop).ConfigureAwait(false);
        }
    }

    private void EndBy(EppFaultEnding ending)
    {
        if (TryEnd(ending))
        {
            _end.Cancel();
        }
    }

    /// <summary>Sets the ending; only the first call has an effect.</summary>
    private bool TryEnd(EppFaultEnding? ending)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            (_isOver, Ending) = (true, ending);
            return true;
        }
    }

    private async Task PrepareToCloseAsync(bool inGoodOrder)
    {
        foreach (var socket in (Socket[])[_client, _server])
        {
            try
            {
                await PrepareToCloseAsync(socket, inGoodOrder).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The peer or the disposal of the proxy was faster.
            }
        }
    }

    private static async Task PrepareToCloseAsync(Socket socket, bool inGoodOrder)
    {
        if (!inGoodOrder)
        {
            // An immediate close makes the system send a reset.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        else if (socket.Connected)
        {
            // A close with unread data would send a reset too.
            socket.Shutdown(SocketShutdown.Send);
            var unread = new byte[4096];
            while (socket.Available > 0 && await socket.ReceiveAsync(unread, SocketFlags.None).ConfigureAwait(false) > 0)
            {
                // The data is discarded.
            }
        }
    }

    // Not System.HashCode, whose seed differs in each process.
    private static int SeedOf(int seed, int number, int direction) => unchecked((((seed * 31) + number) * 31) + direction);
}
