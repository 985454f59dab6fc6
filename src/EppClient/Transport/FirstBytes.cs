using System.Buffers;

namespace EppClient.Transport;

/// <summary>
/// Waits until a peer has sent bytes that can begin a greeting, and leaves them unread. If there are other addresses or servers to try, a peer that closes the
/// connection without a greeting, or is not an EPP server, is not used.
/// </summary>
internal static class FirstBytes
{
    /// <exception cref="EppConnectionException">The peer closed the connection.</exception>
    /// <exception cref="EppProtocolException">The peer sent something that is not EPP.</exception>
    public static async ValueTask RequireAsync(EppConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var result = await connection.Input.ReadAtLeastAsync(FrameHeader.Length, cancellationToken).ConfigureAwait(false);
            var fault = Fault(result.Buffer, connection.Details);
            connection.Input.AdvanceTo(result.Buffer.Start);
            if (fault is not null)
            {
                throw fault;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            throw ConnectFailure.ClosedBeforeGreeting(connection.Details, exception);
        }
    }

    private static EppException? Fault(in ReadOnlySequence<byte> start, ConnectionDetails facts)
    {
        if (start.Length < FrameHeader.Length)
        {
            return ConnectFailure.ClosedBeforeGreeting(facts, null);
        }

        // The session checks the length of the greeting; text and TLS records read as lengths larger than this limit.
        var total = FrameHeader.Read(start);
        return total is > FrameHeader.Length and <= EppFrameOptions.DefaultMaxIncomingBytes ? null : FrameErrors.BadLength(total, EppFrameOptions.DefaultMaxIncomingBytes, start, isFirst: true);
    }
}
