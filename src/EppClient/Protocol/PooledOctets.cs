using System.Buffers;

namespace EppClient.Protocol;

/// <summary>Octets in memory borrowed from a pool, which is wiped when it is given back: a message may hold secrets.</summary>
internal readonly struct PooledOctets : IDisposable
{
    private readonly byte[]? _array;
    private readonly int _length;

    public PooledOctets(ReadOnlySpan<byte> octets)
    {
        _array = ArrayPool<byte>.Shared.Rent(octets.Length);
        _length = octets.Length;
        octets.CopyTo(_array);
    }

    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, _length);

    /// <summary>Gives the memory back. Once only; the default value has none.</summary>
    public void Dispose()
    {
        if (_array is not null)
        {
            _array.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(_array);
        }
    }
}
