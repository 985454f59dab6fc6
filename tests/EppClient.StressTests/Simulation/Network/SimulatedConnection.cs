using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using EppClient.Transport;

namespace EppClient.StressTests.Simulation.Network;

/// <summary>
/// A connection of which the schedule moves every octet: from the client to the registry, and back. It can be cut between any
/// two. All but what the client calls is used by the schedule alone.
/// </summary>
internal sealed class SimulatedConnection : EppConnection
{
    private const int HeaderLength = 4;

    private readonly Pipe _toRegistry;
    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly List<byte> _arrived = [];
    private readonly Queue<byte> _leaving = new();
    private bool _closesAfterLeaving;
    private volatile bool _clientHasClosed;

    /// <param name="id">Its number.</param>
    /// <param name="buffer">How many octets the client can write before the registry reads, or 0 for any number.</param>
    public SimulatedConnection(int id, int buffer)
    {
        Id = id;
        _toRegistry = new Pipe(new PipeOptions(pauseWriterThreshold: buffer, resumeWriterThreshold: buffer / 2));
    }

    public int Id { get; }

    public override PipeReader Input => _toClient.Reader;

    public override PipeWriter Output => _toRegistry.Writer;

    /// <summary>Whether the registry still counts it. It learns of the client's close at once, as nothing is between them.</summary>
    public bool IsOpen => !_clientHasClosed && !IsCut;

    public bool IsCut { get; private set; }

    /// <summary>What has arrived of a frame that is not whole.</summary>
    public string Fragment => System.Text.Encoding.ASCII.GetString([.. _arrived]);

    public override void Abort() => _clientHasClosed = true;

    public override async ValueTask DisposeAsync()
    {
        _clientHasClosed = true;
        await _toClient.Reader.CompleteAsync();
        await _toRegistry.Writer.CompleteAsync();
    }

    /// <summary>Takes up to so many octets that the client has written.</summary>
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

    /// <summary>Takes the payload of the first frame that is whole.</summary>
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

    /// <summary>Puts a message on its way to the client.</summary>
    public void Send(ReadOnlySpan<byte> payload, bool closeAfter)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, payload.Length + HeaderLength);
        foreach (var octet in header)
        {
            _leaving.Enqueue(octet);
        }

        foreach (var octet in payload)
        {
            _leaving.Enqueue(octet);
        }

        _closesAfterLeaving |= closeAfter;
    }

    public bool MayStillSend => !_closesAfterLeaving;

    /// <summary>Lets up to so many octets arrive at the client.</summary>
    public async Task<int> DeliverAsync(int most)
    {
        var count = Math.Min(most, _leaving.Count);
        if (IsCut || count == 0)
        {
            return 0;
        }

        var octets = new byte[count];
        for (var i = 0; i < count; i++)
        {
            octets[i] = _leaving.Dequeue();
        }

        await _toClient.Writer.WriteAsync(octets);
        if (_leaving.Count == 0 && _closesAfterLeaving)
        {
            await CutAsync(isReset: false);
        }

        return count;
    }

    /// <summary>Ends it here and now: what is on its way is lost.</summary>
    public async Task CutAsync(bool isReset)
    {
        if (!IsCut)
        {
            IsCut = true;
            await _toClient.Writer.CompleteAsync(isReset ? new IOException("Connection reset by peer") : null);
            await _toRegistry.Reader.CompleteAsync();
        }
    }
}
