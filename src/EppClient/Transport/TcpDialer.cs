using System.Net;
using System.Net.Sockets;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Transport;

/// <summary>Tries the addresses of a host one after the other.</summary>
internal sealed class TcpDialer(ConnectTarget target, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// How long sent data may remain unacknowledged. Linux then ends the connection, even that of a killed process, so its data does not reach the registry
    /// later than that. Other operating systems have their own limits.
    /// </summary>
    public static readonly TimeSpan AcknowledgementTimeout = TimeSpan.FromSeconds(10);

    private const int TcpLevel = 6;
    private const int TcpUserTimeout = 18;

    /// <summary>Continues after the TCP connection is established.</summary>
    /// <param name="socket">The connection; the callee owns it, and disposes it on failure.</param>
    /// <param name="address">The address of the peer.</param>
    /// <param name="isLast">Whether no other address remains to be tried.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public delegate Task<T> Opening<T>(Socket socket, IPAddress address, bool isLast, CancellationToken cancellationToken);

    /// <summary>The name resolution; tests replace it.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Connects to the first address at which both TCP and the following steps succeed.</summary>
    /// <param name="open">The following steps. If they fail, the next address is tried.</param>
    /// <param name="steps">Receives each step when it begins.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppConnectionException">No address led to success.</exception>
    /// <exception cref="EppProtocolException">The peer at the only address, or at the one that got furthest, is not an EPP server.</exception>
    public async ValueTask<T> DialAsync<T>(Opening<T> open, ConnectTimings steps, CancellationToken cancellationToken)
    {
        steps.Begin(EppTimeoutPhase.Connecting);
        var addresses = await ResolveAsync(cancellationToken).ConfigureAwait(false);
        var failures = new List<(IPAddress Address, Exception Error)>(addresses.Count);
        for (var i = 0; i < addresses.Count; i++)
        {
            var isLast = i == addresses.Count - 1;
            // The last address gets all remaining time; earlier addresses leave time for the next ones.
            using var shareEnd = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : timeout / addresses.Count, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(shareEnd.Token, cancellationToken);
            try
            {
                var socket = await DialAsync(addresses[i], either.Token).ConfigureAwait(false);
                return await open(socket, addresses[i], isLast, either.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsOfAddress(exception, shareEnd.Token, cancellationToken) && !(isLast && failures.Count == 0 && exception is EppException))
            {
                var failure = exception is OperationCanceledException ? new SocketException((int)SocketError.TimedOut) : exception;
                Log.AddressFailed(logger, addresses[i], target.Port, failure.Message);
                failures.Add((addresses[i], failure));
                steps.Begin(EppTimeoutPhase.Connecting);
            }
        }

        throw ConnectFailure.NoAddressResponds(target, failures);
    }

    /// <summary>Whether another address may succeed.</summary>
    private static bool IsOfAddress(Exception exception, CancellationToken shareEnd, CancellationToken cancellationToken) => exception switch
    {
        EppConnectionException connection => connection.Error != EppConnectionError.LocalAddressUnusable && !connection.Error.IsAboutOwnCertificate(),
        EppProtocolException => true,
        OperationCanceledException => shareEnd.IsCancellationRequested && !cancellationToken.IsCancellationRequested,
        _ => exception is SocketException,
    };

    private async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(target.Host, out var literal))
        {
            return [literal];
        }

        try
        {
            var all = await Resolve(target.AsciiHost, cancellationToken).ConfigureAwait(false);
            var usable = target.LocalAddress is { } local ? Array.FindAll(all, address => address.AddressFamily == local.AddressFamily) : all;
            return usable.Length > 0 ? usable : throw ConnectFailure.NoUsableAddress(target, all.Length);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            throw ConnectFailure.NameNotFound(target, exception);
        }
    }

    private async ValueTask<Socket> DialAsync(IPAddress address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Bind(socket);
            await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellationToken).ConfigureAwait(false);
            LimitUnacknowledged(socket);
            ConnectionSpan.Connected();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void LimitUnacknowledged(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            // RFC 5482, section 3: TCP_USER_TIMEOUT, in milliseconds.
            socket.SetRawSocketOption(TcpLevel, TcpUserTimeout, BitConverter.GetBytes((uint)AcknowledgementTimeout.TotalMilliseconds));
        }
        catch (SocketException)
        {
            // The platform reports Linux but does not support the option: its own limit applies.
        }
    }

    private void Bind(Socket socket)
    {
        if (target.LocalAddress is not { } local)
        {
            return;
        }

        try
        {
            socket.Bind(new IPEndPoint(local, 0));
        }
        catch (SocketException exception)
        {
            throw ConnectFailure.LocalAddressUnusable(local, exception);
        }
    }
}
