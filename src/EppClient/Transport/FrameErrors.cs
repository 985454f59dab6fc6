using System.Buffers;
using System.Globalization;

namespace EppClient.Transport;

internal static class FrameErrors
{
    private const int SampleBytes = 64;

    public static EppConnectionException TruncatedHeader(long received) => ClosedInside(received, FrameHeader.Length, "the length of a frame");

    public static EppConnectionException Truncated(long received, int total) => ClosedInside(received, total, "a frame");

    /// <summary>What the first frame would have been may be quoted: no peer sends personal data before the login.</summary>
    public static EppProtocolException BadLength(int total, int limit, in ReadOnlySequence<byte> buffer, bool isFirst)
    {
        Span<byte> sample = stackalloc byte[SampleBytes];
        var sampled = buffer.Slice(0, Math.Min(buffer.Length, SampleBytes));
        sampled.CopyTo(sample);
        sample = sample[..(int)sampled.Length];

        if (isFirst && WrongPeer.Recognise(sample) is { } recognised)
        {
            return new EppProtocolException(recognised);
        }

        var problem = total switch
        {
            < 0 => Invariant($"A frame announces 0x{(uint)total:X8} octets, which is no possible length"),
            <= FrameHeader.Length => Invariant($"A frame announces {total} octets; its header alone takes {FrameHeader.Length}"),
            _ => Invariant($"A frame announces {total} octets; EppFrameOptions.MaxIncomingBytes allows {limit}"),
        };
        var reason = isFirst
            ? "The peer does not frame its messages as RFC 5734, section 4 says"
            : "Either the limit is too small, or the length of an earlier frame was wrong and the two sides are out of step";
        return new EppProtocolException($"{problem}. {reason}.");
    }

    private static EppConnectionException ClosedInside(long received, int total, string what) =>
        new(Invariant($"The peer closed the connection inside {what}: {received} of {total} octets had arrived."), EppDelivery.MaybeSent);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
