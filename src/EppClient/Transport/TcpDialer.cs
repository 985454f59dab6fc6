using System.Net;
using System.Net.Sockets;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Transport;

/// <summary>Tries the addresses of a name one after the other.</summary>
internal sealed class TcpDialer(ConnectTarget target, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// How long what was sent may go without an acknowledgement. Linux ends the connection then, also that of a process which was killed: what it
    /// had written does not reach the registry later than that. Other systems go by rules of their own.
    /// </summary>
    public static readonly TimeSpan AcknowledgementTimeout = TimeSpan.FromSeconds(10);

    private const int TcpLevel = 6;
    private const int TcpUserTimeout = 18;

    /// <summary>Replaced in tests, which own no names.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public async ValueTask<Socket> DialAsync(CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(cancellationToken).ConfigureAwait(false);
        var failures = new List<(IPAddress Address, SocketException Error)>(addresses.Count);
        for (var i = 0; i < addresses.Count; i++)
        {
            try
            {
                return await DialAsync(addresses[i], isLast: i == addresses.Count - 1, timeout / addresses.Count, cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException exception)
            {
                Log.AddressFailed(logger, addresses[i], target.Port, exception.Message);
                failures.Add((addresses[i], exception));
            }
        }

        throw ConnectFailure.NoAddressAnswers(target, failures);
    }

    private async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(target.Host, out var literal))
        {
            return [literal];
        }

        try
        {
            var all = await Resolve(target.Host, cancellationToken).ConfigureAwait(false);
            var usable = target.LocalAddress is { } local ? Array.FindAll(all, address => address.AddressFamily == local.AddressFamily) : all;
            return usable.Length > 0 ? usable : throw ConnectFailure.NoUsableAddress(target, all.Length);
        }
        catch (SocketException exception)
        {
            throw ConnectFailure.NameNotFound(target, exception);
        }
    }

    private async ValueTask<Socket> DialAsync(IPAddress address, bool isLast, TimeSpan share, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Bind(socket);
            // The last address has all the time that is left; those before leave some to their successors.
            using var shareEnd = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : share, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(shareEnd.Token, cancellationToken);
            await socket.ConnectAsync(new IPEndPoint(address, target.Port), either.Token).ConfigureAwait(false);
            LimitUnacknowledged(socket);
            ConnectionSpan.Connected();
            return socket;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
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
            // A system that only looks like Linux: its own limit stays.
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
