using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace EppClient.Transport;

internal static class FrameErrors
{
    private const int SampleBytes = 256;

    public static EppConnectionException TruncatedHeader(long received) => ClosedInside(received, FrameHeader.Length, "the length of a frame");

    public static EppConnectionException Truncated(long received, int total) => ClosedInside(received, total, "a frame");

    /// <summary>The error for an invalid length. The first frame may be quoted, because a peer sends no personal data before the login.</summary>
    public static EppProtocolException BadLength(int total, int limit, in ReadOnlySequence<byte> buffer, bool isFirst)
    {
        Span<byte> sample = stackalloc byte[SampleBytes];
        var sampled = buffer.Slice(0, Math.Min(buffer.Length, SampleBytes));
        sampled.CopyTo(sample);
        sample = sample[..(int)sampled.Length];

        if (isFirst && PeerProtocolDetector.Recognize(sample) is { } recognized)
        {
            return new EppProtocolException(recognized.Error, recognized.What.TrimEnd('.'));
        }

        if (PeerProtocolDetector.IsTlsAlert(sample))
        {
            return new EppProtocolException(EppConnectionError.TlsAlertReadAsLength, Invariant($"A TLS alert (0x{(uint)total:X8}) was received where the length of a frame was expected"));
        }

        if (total > limit && (!isFirst || PeerProtocolDetector.IsPlainEpp(sample)))
        {
            return new EppProtocolException(EppConnectionError.FrameTooLarge, Invariant(
                $"A frame announces {total} bytes; EppFrameOptions.MaxIncomingBytes allows {limit}. Either the limit is too small, or the length of an earlier frame was wrong and the two sides are out of step"));
        }

        return new EppProtocolException(isFirst ? EppConnectionError.NotFramed : EppConnectionError.OutOfStep, Impossible(total, limit) + (isFirst
            ? ". The peer does not frame its messages as RFC 5734, section 4 says"
            : ". The length of an earlier frame was wrong and the two sides are out of step"));
    }

    private static string Impossible(int total, int limit) => total switch
    {
        < 0 => Invariant($"A frame announces 0x{(uint)total:X8} bytes, which is not a valid length"),
        <= FrameHeader.Length => Invariant($"A frame announces {total} bytes; its header alone takes {FrameHeader.Length}"),
        _ => Invariant($"A frame announces {total} bytes; EppFrameOptions.MaxIncomingBytes allows {limit}"),
    };

    private static EppConnectionException ClosedInside(long received, int total, string what) => new(
        EppConnectionError.ClosedInsideFrame,
        Invariant($"The peer closed the connection inside {what}: {received} of {total} bytes had arrived."),
        EppDelivery.MaybeSent);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>RFC 5734, section 4: a total length of 32 bits, most significant byte first, that counts its own four bytes.</summary>
internal static class FrameHeader
{
    public const int Length = 4;

    public static void Write(Span<byte> destination, int payloadLength) =>
        BinaryPrimitives.WriteUInt32BigEndian(destination, checked((uint)(payloadLength + Length)));

    /// <summary>Reads the total length, which is negative if the top bit is set.</summary>
    public static int Read(in ReadOnlySequence<byte> buffer)
    {
        if (buffer.FirstSpan.Length >= Length)
        {
            return BinaryPrimitives.ReadInt32BigEndian(buffer.FirstSpan);
        }

        Span<byte> header = stackalloc byte[Length];
        buffer.Slice(0, Length).CopyTo(header);
        return BinaryPrimitives.ReadInt32BigEndian(header);
    }
}
