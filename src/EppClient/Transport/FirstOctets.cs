using System.Buffers;

namespace EppClient.Transport;

/// <summary>
/// Waits until a peer has said something that can be a greeting, and leaves it unread. Where there are other addresses or servers to
/// try, one that hangs up without a greeting, or is no EPP server, is none to stay with.
/// </summary>
internal static class FirstOctets
{
    /// <exception cref="EppConnectionException">The peer closed the connection.</exception>
    /// <exception cref="EppProtocolException">What the peer sent is no EPP.</exception>
    public static async ValueTask RequireAsync(EppConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var result = await connection.Input.ReadAtLeastAsync(FrameHeader.Length, cancellationToken).ConfigureAwait(false);
            var fault = Fault(result.Buffer, connection.Facts);
            connection.Input.AdvanceTo(result.Buffer.Start);
            if (fault is not null)
            {
                throw fault;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            throw ConnectFailure.ClosedBeforeGreeting(connection.Facts, exception);
        }
    }

    private static EppException? Fault(in ReadOnlySequence<byte> start, ConnectionFacts facts)
    {
        if (start.Length < FrameHeader.Length)
        {
            return ConnectFailure.ClosedBeforeGreeting(facts, null);
        }

        // How long a greeting may be is for the session to say; no text and no record of TLS reads as a length as small as this.
        var total = FrameHeader.Read(start);
        return total is > FrameHeader.Length and <= EppFrameOptions.DefaultMaxIncomingBytes ? null : FrameErrors.BadLength(total, EppFrameOptions.DefaultMaxIncomingBytes, start, isFirst: true);
    }
}
