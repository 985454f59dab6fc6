using System.Buffers;

namespace EppClient.Transport;

/// <summary>
/// The payload of one data unit of RFC 5734, in memory borrowed from a pool: dispose it when the payload has been read, and do
/// not touch the payload afterwards.
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

    /// <summary>The message: what follows the length in the data unit.</summary>
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

    /// <summary>Gives the memory back.</summary>
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
