using System.Buffers;

namespace EppClient.Transport;

/// <summary>
/// The payload of one data unit of RFC 5734, in pooled memory. Dispose it after reading the payload, and do not use the payload afterwards.
/// </summary>
public sealed class EppFrame : IDisposable
{
    private readonly int _length;
    private byte[]? _array;

    private EppFrame(byte[] array, int length)
    {
        _array = array;
        _length = length;
    }

    /// <summary>The message, without the length header.</summary>
    /// <exception cref="ObjectDisposedException">The frame was disposed.</exception>
    public ReadOnlyMemory<byte> Payload
    {
        get
        {
            var array = _array;
            ObjectDisposedException.ThrowIf(array is null, this);
            return array.AsMemory(0, _length);
        }
    }

    /// <summary>Returns the memory to the pool.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    internal static EppFrame CopyOf(ReadOnlyMemory<byte> payload)
    {
        var array = ArrayPool<byte>.Shared.Rent(payload.Length);
        payload.CopyTo(array);
        return new EppFrame(array, payload.Length);
    }
}
