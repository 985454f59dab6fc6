using System.Buffers;
using System.Buffers.Binary;

namespace EppClient.Transport;

/// <summary>RFC 5734, section 4: a total length of 32 bits, most significant octet first, that counts its own four octets.</summary>
internal static class FrameHeader
{
    public const int Length = 4;

    public static void Write(Span<byte> destination, int payloadLength) =>
        BinaryPrimitives.WriteUInt32BigEndian(destination, checked((uint)(payloadLength + Length)));

    /// <summary>Reads the total length; a top bit that is set makes it negative.</summary>
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
