using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace EppClient.Transport;

/// <summary>
/// Reads the data units of RFC 5734 from a pipe. One call at a time. After an exception the position in the pipe is undefined, and the pipe must not be read
/// further.
/// </summary>
public sealed class EppFrameReader
{
    private readonly PipeReader _input;
    private readonly int _maxFrameBytes;

    // The bytes of the last read that were not consumed yet.
    private ReadOnlySequence<byte> _buffer;
    private bool _isHoldingBuffer;

    // Whether the buffer has no complete frame, so that a read has to wait for more data.
    private bool _needsMore;

    // The payload, if it spans several segments of the pipe.
    private byte[]? _joined;
    private bool _hasRead;

    /// <summary>Creates a reader.</summary>
    /// <param name="input">The data from the peer. The reader does not complete it.</param>
    /// <param name="maxFrameBytes">The maximum size of a frame, in bytes including the header; see <see cref="EppFrameOptions.MaxIncomingBytes"/>.</param>
    public EppFrameReader(PipeReader input, int maxFrameBytes = EppFrameOptions.DefaultMaxIncomingBytes)
    {
        ArgumentNullException.ThrowIfNull(input);
        EppFrameOptions.ThrowIfInvalid(maxFrameBytes);
        _input = input;
        _maxFrameBytes = maxFrameBytes;
    }

    /// <summary>Reads one frame.</summary>
    /// <param name="cancellationToken">The token to cancel the operation. The received part of a frame stays in the pipe.</param>
    /// <returns>The frame, which the caller disposes; null if the peer closed the connection between two frames.</returns>
    /// <exception cref="EppProtocolException">The length is not a valid frame length.</exception>
    /// <exception cref="EppConnectionException">The peer closed the connection within a frame.</exception>
    public async ValueTask<EppFrame?> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!await WaitAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        TryTake(out var payload);
        var frame = EppFrame.CopyOf(payload);
        Advance(_buffer.Start);
        return frame;
    }

    /// <summary>Waits until a complete frame has arrived; <see cref="TryTake"/> then returns it, and other frames that arrived with it.</summary>
    /// <returns>False if the peer closed the connection between two frames.</returns>
    /// <inheritdoc cref="ReadAsync" path="/param|/exception"/>
    // Each read of a session waits: without the pool, each would allocate a state machine. PipeReader.ReadAtLeastAsync is not used, because that of Pipe does
    // not wake up when bytes examined before belong to the minimum.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        ReturnJoined();
        if (_isHoldingBuffer)
        {
            Advance(_needsMore ? _buffer.End : _buffer.Start);
        }

        while (true)
        {
            var result = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
            (_buffer, _isHoldingBuffer) = (result.Buffer, true);
            if (result.IsCanceled)
            {
                Advance(_buffer.Start);
                throw new OperationCanceledException("The pending read of the pipe was cancelled.");
            }

            var length = FrameLength();
            if (length > 0 && _buffer.Length >= length)
            {
                return true;
            }

            if (result.IsCompleted)
            {
                return EndOf(_buffer.Length, length);
            }

            Advance(_buffer.End);
        }
    }

    /// <summary>Takes the next complete frame from the received data.</summary>
    /// <param name="payload">The payload, which is valid until the next call of this reader.</param>
    /// <returns>False if none is left; <see cref="WaitAsync"/> waits for the next.</returns>
    /// <exception cref="EppProtocolException">The length is not a valid frame length.</exception>
    internal bool TryTake(out ReadOnlyMemory<byte> payload)
    {
        ReturnJoined();
        payload = default;
        var length = _isHoldingBuffer ? FrameLength() : 0;
        _needsMore = length == 0 || _buffer.Length < length;
        if (_needsMore)
        {
            return false;
        }

        payload = Contiguous(_buffer.Slice(FrameHeader.Length, length - FrameHeader.Length));
        _buffer = _buffer.Slice(length);
        _hasRead = true;
        return true;
    }

    /// <summary>The length of the next frame including its header; 0 if the header is incomplete.</summary>
    private int FrameLength()
    {
        if (_buffer.Length < FrameHeader.Length)
        {
            return 0;
        }

        var total = FrameHeader.Read(_buffer);
        return total > FrameHeader.Length && total <= _maxFrameBytes ? total : throw FrameErrors.BadLength(total, _maxFrameBytes, _buffer, isFirst: !_hasRead);
    }

    private bool EndOf(long received, int length)
    {
        if (received == 0)
        {
            Advance(_buffer.End);
            return false;
        }

        throw length == 0 ? FrameErrors.TruncatedHeader(received) : FrameErrors.Truncated(received, length);
    }

    private ReadOnlyMemory<byte> Contiguous(in ReadOnlySequence<byte> payload)
    {
        if (payload.IsSingleSegment)
        {
            return payload.First;
        }

        var length = (int)payload.Length;
        _joined = ArrayPool<byte>.Shared.Rent(length);
        payload.CopyTo(_joined);
        return _joined.AsMemory(0, length);
    }

    private void ReturnJoined()
    {
        if (_joined is not null)
        {
            ArrayPool<byte>.Shared.Return(_joined);
            _joined = null;
        }
    }

    private void Advance(SequencePosition examined)
    {
        _input.AdvanceTo(_buffer.Start, examined);
        (_buffer, _isHoldingBuffer, _needsMore) = (default, false, false);
    }
}
