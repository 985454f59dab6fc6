using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace EppClient.Transport;

/// <summary>
/// Reads the data units of RFC 5734 from a pipe. One call at a time; after an exception the pipe is at an unknown place and must
/// not be read on.
/// </summary>
public sealed class EppFrameReader
{
    private readonly PipeReader _input;
    private readonly int _maxFrameBytes;
    private bool _hasRead;

    /// <summary>Creates a reader.</summary>
    /// <param name="input">What the peer sends. The reader does not complete it.</param>
    /// <param name="maxFrameBytes">The largest frame taken, in octets with its header; see <see cref="EppFrameOptions.MaxIncomingBytes"/>.</param>
    public EppFrameReader(PipeReader input, int maxFrameBytes = EppFrameOptions.DefaultMaxIncomingBytes)
    {
        ArgumentNullException.ThrowIfNull(input);
        EppFrameOptions.CheckLimit(nameof(maxFrameBytes), maxFrameBytes);
        _input = input;
        _maxFrameBytes = maxFrameBytes;
    }

    /// <summary>Reads one frame.</summary>
    /// <param name="cancellationToken">Stops waiting. What has arrived of a frame stays in the pipe.</param>
    /// <returns>The frame, which the caller disposes, or null where the peer closed the connection between two frames.</returns>
    /// <exception cref="EppProtocolException">The length cannot be that of a frame.</exception>
    /// <exception cref="EppConnectionException">The peer closed the connection inside a frame.</exception>
    // Each read of a session waits: without the pool each would allocate what it needs to go on.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<EppFrame?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var buffer = await FillAsync(FrameHeader.Length, cancellationToken).ConfigureAwait(false);
        if (buffer.IsEmpty)
        {
            _input.AdvanceTo(buffer.End);
            return null;
        }

        if (buffer.Length < FrameHeader.Length)
        {
            throw FrameErrors.TruncatedHeader(buffer.Length);
        }

        var total = FrameHeader.Read(buffer);
        if (total <= FrameHeader.Length || total > _maxFrameBytes)
        {
            throw FrameErrors.BadLength(total, _maxFrameBytes, buffer, isFirst: !_hasRead);
        }

        if (buffer.Length < total)
        {
            _input.AdvanceTo(buffer.Start, buffer.End);
            buffer = await FillAsync(total, cancellationToken).ConfigureAwait(false);
            if (buffer.Length < total)
            {
                throw FrameErrors.Truncated(buffer.Length, total);
            }
        }

        return Take(buffer, total);
    }

    /// <summary>Reads a frame that is in the pipe's buffer as a whole. Leaves anything else to <see cref="ReadAsync"/>.</summary>
    internal bool TryRead([NotNullWhen(true)] out EppFrame? frame)
    {
        frame = null;
        if (!_input.TryRead(out var result))
        {
            return false;
        }

        var buffer = result.Buffer;
        if (result.IsCanceled)
        {
            throw Cancelled(buffer);
        }

        if (buffer.Length < FrameHeader.Length || FrameHeader.Read(buffer) is var total && (total <= FrameHeader.Length || total > _maxFrameBytes || buffer.Length < total))
        {
            _input.AdvanceTo(buffer.Start);
            return false;
        }

        frame = Take(buffer, total);
        return true;
    }

    private EppFrame Take(in ReadOnlySequence<byte> buffer, int total)
    {
        var frame = EppFrame.CopyOf(buffer.Slice(FrameHeader.Length, total - FrameHeader.Length));
        _input.AdvanceTo(buffer.GetPosition(total));
        _hasRead = true;
        return frame;
    }

    private OperationCanceledException Cancelled(in ReadOnlySequence<byte> buffer)
    {
        _input.AdvanceTo(buffer.Start);
        return new OperationCanceledException("The pending read of the pipe was cancelled.");
    }

    // Not PipeReader.ReadAtLeastAsync: that of Pipe does not wake up when bytes examined before belong to the minimum.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadOnlySequence<byte>> FillAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled)
            {
                throw Cancelled(result.Buffer);
            }

            if (result.Buffer.Length >= count || result.IsCompleted)
            {
                return result.Buffer;
            }

            _input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
