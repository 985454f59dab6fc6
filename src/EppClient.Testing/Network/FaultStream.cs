using System.Net.Sockets;
using System.Threading.Channels;

namespace EppClient.Testing.Network;

/// <summary>One direction of a connection: receives bytes from one socket, and sends them to the other as the plan allows.</summary>
internal sealed class FaultStream(Socket from, Socket to, FaultSwitch plan, Func<EppFaultPlan, EppStreamFaults> direction, Random chance, TimeProvider time)
{
    private const int PieceBytes = 16 * 1024;
    private const int PiecesOnTheWay = 64;

    /// <summary>The number of steps per second in which throttled data is sent; at low speed, each step is one byte.</summary>
    private const int StepsPerSecond = 10;

    private readonly Channel<Piece> _onTheWay = Channel.CreateBounded<Piece>(new BoundedChannelOptions(PiecesOnTheWay));
    private readonly TaskCompletionSource _heldBack = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _passed;

    /// <summary>The number of bytes that have passed.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>Completes when data has arrived that a stall withholds.</summary>
    public Task HeldBack => _heldBack.Task;

    /// <summary>Receives data until the sender ends.</summary>
    /// <exception cref="SocketException">The sender aborted the connection.</exception>
    public async Task TakeAsync(CancellationToken stop)
    {
        while (true)
        {
            var buffer = new byte[PieceBytes];
            var received = await from.ReceiveAsync(buffer, stop).ConfigureAwait(false);
            if (received == 0)
            {
                _onTheWay.Writer.Complete();
                return;
            }

            await _onTheWay.Writer.WriteAsync(new Piece(buffer.AsMemory(0, received), time.GetTimestamp(), chance.NextDouble()), stop).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the received data.</summary>
    /// <returns>How the plan ended the connection; null if the sender did.</returns>
    /// <exception cref="SocketException">The receiver aborted the connection.</exception>
    public async Task<EppFaultEnding?> GiveAsync(CancellationToken stop)
    {
        var piece = default(Piece);
        while (true)
        {
            var setting = plan.Current;
            var faults = direction(setting.Plan);
            if (faults.DisconnectAfterBytes is { } limit && Passed >= limit)
            {
                if (faults.Ending != EppFaultEnding.Stall)
                {
                    return faults.Ending;
                }

                faults = faults with { IsStalled = true };
            }

            if (piece.Bytes.IsEmpty)
            {
                if (await NextAsync(setting, stop).ConfigureAwait(false) is not { } next)
                {
                    return null;
                }

                piece = next;
                continue;
            }

            if (faults.IsStalled)
            {
                _heldBack.TrySetResult();
                await setting.Replaced.WaitAsync(stop).ConfigureAwait(false);
            }
            else if (piece.TimeLeft(faults, time) is { Ticks: > 0 } left)
            {
                await DelayAsync(left, setting, stop).ConfigureAwait(false);
            }
            else
            {
                piece = await PassAsync(piece, faults, setting, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Discards the remaining data, so that the sender can end.</summary>
    public async Task DrainAsync(CancellationToken stop)
    {
        await foreach (var _ in _onTheWay.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            // A half-closed direction: the data is discarded.
        }
    }

    /// <summary>Gets the next piece, an empty one if the plan was replaced in the meantime, or null at the end.</summary>
    private async Task<Piece?> NextAsync(FaultSwitch.Setting setting, CancellationToken stop)
    {
        var ready = _onTheWay.Reader.WaitToReadAsync(stop).AsTask();
        if (await Task.WhenAny(ready, setting.Replaced).ConfigureAwait(false) != ready)
        {
            return default(Piece);
        }

        return await ready.ConfigureAwait(false) ? _onTheWay.Reader.TryRead(out var piece) ? piece : default : null;
    }

    private async Task<Piece> PassAsync(Piece piece, EppStreamFaults faults, FaultSwitch.Setting setting, CancellationToken stop)
    {
        var step = faults.BytesPerSecond is { } speed ? Math.Max(1, speed / StepsPerSecond) : int.MaxValue;
        var allowed = Math.Min(step, faults.DisconnectAfterBytes - Passed ?? long.MaxValue);
        var sent = await to.SendAsync(piece.Bytes[..(int)Math.Min(piece.Bytes.Length, allowed)], stop).ConfigureAwait(false);
        Interlocked.Add(ref _passed, sent);
        if (faults.BytesPerSecond is { } bytesPerSecond)
        {
            await DelayAsync(TimeSpan.FromSeconds((double)sent / bytesPerSecond), setting, stop).ConfigureAwait(false);
        }

        return piece with { Bytes = piece.Bytes[sent..] };
    }

    private async Task DelayAsync(TimeSpan delay, FaultSwitch.Setting setting, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // Timers have a resolution of one millisecond: a shorter time would not wait at all.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
        await Task.WhenAny(Task.Delay(whole, time, end.Token), setting.Replaced).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>A piece of data, when it arrived, and its share of the jitter.</summary>
    private readonly record struct Piece(ReadOnlyMemory<byte> Bytes, long Arrived, double Share)
    {
        public TimeSpan TimeLeft(EppStreamFaults faults, TimeProvider time) => faults.Latency + (faults.Jitter * Share) - time.GetElapsedTime(Arrived);
    }
}
