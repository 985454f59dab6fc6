using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using EppClient.Transport;

namespace EppClient.StressTests.Simulation.Network;

/// <summary>
/// A connection whose bytes the schedule moves one by one: from the client to the registry, and back. It can be dropped between any
/// two. Data that the client wrote before it closed can still arrive, until the registry detects the close and closes too. Only the
/// schedule uses the members that the client does not call.
/// </summary>
internal sealed class SimulatedConnection : EppConnection
{
    private const int HeaderLength = 4;

    private readonly Pipe _toRegistry;
    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly List<byte> _arrived = [];
    private readonly Queue<byte> _leaving = new();
    private readonly Queue<(string? Caller, long End)> _responses = new();
    private readonly TaskCompletionSource _closedByRegistry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private bool _closesAfterLeaving;
    private volatile bool _clientHasClosed;
    private long _leftAt;
    private long _sent;
    private long _delivered;

    /// <param name="id">The number of the connection.</param>
    /// <param name="buffer">The number of bytes that the client can write before the registry reads, or 0 for no limit.</param>
    /// <param name="time">The clock.</param>
    public SimulatedConnection(int id, int buffer, TimeProvider time)
    {
        Id = id;
        _time = time;
        _toRegistry = new Pipe(new PipeOptions(pauseWriterThreshold: buffer, resumeWriterThreshold: buffer / 2));
    }

    public int Id { get; }

    public override PipeReader Input => _toClient.Reader;

    public override PipeWriter Output => _toRegistry.Writer;

    /// <summary>The call that opened it; null if the pool opened it by itself.</summary>
    public string? Opener { get; init; }

    /// <summary>The caller of the first message in transit to the client, and the number of its undelivered bytes; null if there is none.</summary>
    public (string? Caller, int Bytes)? NextResponse => _responses.TryPeek(out var response) ? (response.Caller, (int)(response.End - _delivered)) : null;

    /// <summary>Whether bytes move in both directions.</summary>
    public bool IsOpen => !_clientHasClosed && !IsCut;

    /// <summary>Whether it is also closed on the registry's side.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether the registry has accepted a login on it.</summary>
    public bool IsLoggedIn { get; set; }

    /// <summary>Whether the registry counts it as a session.</summary>
    public bool IsCounted => IsLoggedIn && !IsCut;

    /// <summary>The time since the client closed it, if the registry has not detected that yet.</summary>
    public TimeSpan? Left => _clientHasClosed && !IsCut ? _time.GetElapsedTime(_leftAt) : null;

    /// <summary>The received part of an incomplete frame.</summary>
    public string Fragment => System.Text.Encoding.ASCII.GetString([.. _arrived]);

    public override void Close() => Leave();

    public override void Finish() => Leave();

    // It does not discard received data.
    public override void Abort()
    {
        Leave();
        _closedByRegistry.TrySetResult();
    }

    public override Task WhenClosedByPeerAsync() => _closedByRegistry.Task;

    public override async ValueTask DisposeAsync()
    {
        Leave();
        await _toClient.Reader.CompleteAsync();
        await _toRegistry.Writer.CompleteAsync();
    }

    /// <summary>Receives up to the given number of bytes that the client has written.</summary>
    public int Receive(int most)
    {
        if (IsCut || !_toRegistry.Reader.TryRead(out var read))
        {
            return 0;
        }

        var taken = read.Buffer.Slice(0, Math.Min(most, read.Buffer.Length));
        _arrived.AddRange(taken.ToArray());
        var count = (int)taken.Length;
        _toRegistry.Reader.AdvanceTo(taken.End);
        return count;
    }

    /// <summary>Removes the payload of the first complete frame.</summary>
    public byte[]? TakeFrame()
    {
        if (_arrived.Count < HeaderLength)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian([_arrived[0], _arrived[1], _arrived[2], _arrived[3]]);
        if (_arrived.Count < length)
        {
            return null;
        }

        byte[] payload = [.. _arrived[HeaderLength..length]];
        _arrived.RemoveRange(0, length);
        return payload;
    }

    /// <summary>Queues a message for the client.</summary>
    public void Send(ReadOnlySpan<byte> payload, bool closeAfter, string? caller = null)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, payload.Length + HeaderLength);
        foreach (var byteValue in header)
        {
            _leaving.Enqueue(byteValue);
        }

        foreach (var byteValue in payload)
        {
            _leaving.Enqueue(byteValue);
        }

        _sent += HeaderLength + payload.Length;
        _responses.Enqueue((caller, _sent));
        _closesAfterLeaving |= closeAfter;
    }

    public bool MayStillSend => !_closesAfterLeaving;

    /// <summary>Delivers up to the given number of bytes to the client.</summary>
    public async Task<int> DeliverAsync(int most)
    {
        var count = Math.Min(most, _leaving.Count);
        if (IsCut || count == 0)
        {
            return 0;
        }

        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = _leaving.Dequeue();
        }

        _delivered += count;
        while (_responses.TryPeek(out var response) && response.End <= _delivered)
        {
            _responses.Dequeue();
        }

        await _toClient.Writer.WriteAsync(bytes);
        if (_leaving.Count == 0 && _closesAfterLeaving)
        {
            await CutAsync(isReset: false);
        }

        return count;
    }

    /// <summary>Closes it immediately: data in transit is lost.</summary>
    public async Task CutAsync(bool isReset)
    {
        if (!IsCut)
        {
            IsCut = true;
            _closedByRegistry.TrySetResult();
            await _toClient.Writer.CompleteAsync(isReset ? new IOException("Connection reset by peer") : null);
            await _toRegistry.Reader.CompleteAsync();
        }
    }

    private void Leave()
    {
        if (!_clientHasClosed)
        {
            _leftAt = _time.GetTimestamp();
            _clientHasClosed = true;
            _toRegistry.Writer.Complete();
        }
    }
}
