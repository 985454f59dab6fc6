using System.Net.Sockets;

namespace EppClient.Transport;

/// <summary>
/// Remembers the first octets received: they tell a TLS alert from a peer that speaks no TLS, the same way on every operating
/// system. The socket is its creator's.
/// </summary>
internal sealed class FirstBytesStream(Socket socket) : NetworkStream(socket, ownsSocket: false)
{
    private readonly byte[] _first = new byte[32];
    private int _count;

    public ReadOnlySpan<byte> First => _first.AsSpan(0, _count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _count == _first.Length ? base.ReadAsync(buffer, cancellationToken) : ReadFirstAsync(buffer, cancellationToken);

    private async ValueTask<int> ReadFirstAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        var kept = Math.Min(read, _first.Length - _count);
        buffer.Span[..kept].CopyTo(_first.AsSpan(_count));
        _count += kept;
        return read;
    }
}
