using System.Net.Sockets;

namespace EppClient.Transport;

/// <summary>
/// Records what the peer sent during the handshake. The first bytes distinguish a TLS server from other peers, and an unencrypted alert says why the server
/// refused, in the same way on every operating system. The creator owns the socket.
/// </summary>
internal sealed class TlsHandshakeRecorder(Socket socket) : NetworkStream(socket, ownsSocket: false)
{
    private const int HeaderLength = 5;
    private const byte HandshakeRecord = 0x16;

    private readonly byte[] _first = new byte[256];
    private readonly byte[] _header = new byte[HeaderLength];
    private readonly byte[] _alert = new byte[2];
    private int _count;
    private int _inHeader;
    private int _inBody;
    private int _bodyLength;
    private bool _hasEnded;

    public ReadOnlySpan<byte> First => _first.AsSpan(0, _count);

    /// <summary>Whether the peer sent a server hello.</summary>
    public bool HasServerHello { get; private set; }

    /// <summary>The last unencrypted alert.</summary>
    public byte? Alert { get; private set; }

    /// <summary>Called when the handshake is complete. From then on, bytes are not examined.</summary>
    public void End() => _hasEnded = true;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _hasEnded ? base.ReadAsync(buffer, cancellationToken) : ReadAndNoteAsync(buffer, cancellationToken);

    private async ValueTask<int> ReadAndNoteAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        var kept = Math.Min(read, _first.Length - _count);
        buffer.Span[..kept].CopyTo(_first.AsSpan(_count));
        _count += kept;
        foreach (var byteValue in buffer.Span[..read])
        {
            Note(byteValue);
        }

        return read;
    }

    /// <summary>Parses the records of RFC 8446, section 5.1: type, version (2), length (2), body.</summary>
    private void Note(byte byteValue)
    {
        if (_inHeader < HeaderLength)
        {
            _header[_inHeader++] = byteValue;
            _inBody = 0;
            _bodyLength = _inHeader == HeaderLength ? (_header[3] << 8) | _header[4] : 0;
            HasServerHello |= _inHeader == HeaderLength && _header[0] == HandshakeRecord;
        }
        else
        {
            if (_inBody < _alert.Length)
            {
                _alert[_inBody] = byteValue;
            }

            _inBody++;
        }

        if (_inHeader == HeaderLength && _inBody == _bodyLength)
        {
            // Level, then description; an encrypted alert is longer.
            Alert = _header[0] == TlsAlert.Record && _header[1] == 3 && _bodyLength == _alert.Length ? _alert[1] : Alert;
            _inHeader = 0;
        }
    }
}
