using System.Globalization;
using System.IO.Pipelines;

namespace EppClient.Transport;

/// <summary>Writes the data units of RFC 5734 to a pipe. One call at a time.</summary>
public sealed class EppFrameWriter
{
    private readonly PipeWriter _output;
    private readonly int _maxFrameBytes;

    /// <summary>Creates a writer.</summary>
    /// <param name="output">The data to the peer. The writer does not complete it.</param>
    /// <param name="maxFrameBytes">The maximum size of a frame, in bytes including the header; see <see cref="EppFrameOptions.MaxOutgoingBytes"/>.</param>
    public EppFrameWriter(PipeWriter output, int maxFrameBytes = EppFrameOptions.DefaultMaxOutgoingBytes)
    {
        ArgumentNullException.ThrowIfNull(output);
        EppFrameOptions.ThrowIfInvalid(maxFrameBytes);
        _output = output;
        _maxFrameBytes = maxFrameBytes;
    }

    /// <summary>Writes one frame. Header and payload are flushed together, because servers limit the time between the bytes of a command.</summary>
    /// <param name="payload">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation. A part of the frame may already be sent.</param>
    /// <exception cref="EppValidationException">The frame exceeds the maximum size. Nothing was written.</exception>
    /// <exception cref="EppConnectionException">The peer no longer reads.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        CheckSize(payload.Length);
        Append(payload.Span);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    internal void CheckSize(int payloadLength)
    {
        if (payloadLength == 0)
        {
            throw new ArgumentException("A frame requires a payload.", nameof(payloadLength));
        }

        if (payloadLength > _maxFrameBytes - FrameHeader.Length)
        {
            throw new EppValidationException("The message", string.Create(
                CultureInfo.InvariantCulture,
                $"takes {(long)payloadLength + FrameHeader.Length} bytes including its header; EppFrameOptions.MaxOutgoingBytes allows {_maxFrameBytes}"));
        }
    }

    /// <summary>Appends a frame of checked size to the pipe's buffer.</summary>
    internal void Append(ReadOnlySpan<byte> payload)
    {
        var total = FrameHeader.Length + payload.Length;
        var target = _output.GetSpan(total);
        FrameHeader.Write(target, payload.Length);
        payload.CopyTo(target[FrameHeader.Length..]);
        _output.Advance(total);
    }

    internal async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        var result = await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (result.IsCanceled)
        {
            throw new OperationCanceledException("The pending flush of the pipe was cancelled.");
        }

        if (result.IsCompleted)
        {
            throw new EppConnectionException("The peer no longer reads from the connection.", EppDelivery.MaybeSent);
        }
    }
}
