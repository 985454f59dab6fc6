using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;

namespace EppClient.Transport;

/// <summary>SOCKS version 5: methods, user name and password if requested, CONNECT (RFC 1928, RFC 1929). The length of each reply is known.</summary>
internal sealed class Socks5Handshake(Stream stream, EppProxy proxy, ConnectTarget target)
{
    private const byte Version = 5;
    private const byte NoAuthentication = 0;
    private const byte UserAndPassword = 2;
    private const byte NoMethod = 0xFF;
    private const byte AuthenticationVersion = 1;
    private const byte Connect = 1;
    private const byte IPv4 = 1;
    private const byte DomainName = 3;
    private const byte IPv6 = 4;
    private const int SampleBytes = 256;

    private readonly byte[] _reply = new byte[SampleBytes];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ChooseMethodAsync(cancellationToken).ConfigureAwait(false);
        await ConnectAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task ChooseMethodAsync(CancellationToken cancellationToken)
    {
        byte[] offer = proxy.UserName is null ? [Version, 1, NoAuthentication] : [Version, 2, NoAuthentication, UserAndPassword];
        await stream.WriteAsync(offer, cancellationToken).ConfigureAwait(false);
        await ReadVersionAsync(cancellationToken).ConfigureAwait(false);
        switch (_reply[1])
        {
            case NoAuthentication:
                break;
            case UserAndPassword when proxy.UserName is not null:
                await AuthenticateAsync(cancellationToken).ConfigureAwait(false);
                break;
            case NoMethod:
                throw ProxyFailure.Unauthorized(proxy, proxy.UserName is null
                    ? "it demands authentication."
                    : "it accepts neither a user name and password nor a connection without authentication.");
            default:
                throw ProxyFailure.Unauthorized(proxy, string.Create(CultureInfo.InvariantCulture, $"it chose method {_reply[1]}, which was not offered."));
        }
    }

    private async Task AuthenticateAsync(CancellationToken cancellationToken)
    {
        var user = Encoding.UTF8.GetBytes(proxy.UserName!);
        var password = Encoding.UTF8.GetBytes(proxy.Password ?? string.Empty);
        byte[] request = [AuthenticationVersion, (byte)user.Length, .. user, (byte)password.Length, .. password];
        await stream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        Array.Clear(request);
        Array.Clear(password);
        await stream.ReadExactlyAsync(_reply.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        if (_reply[1] != 0)
        {
            throw ProxyFailure.Unauthorized(proxy, "it refused the user name or the password.");
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        byte[] request = [Version, Connect, 0, .. Address(), 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(request.AsSpan(^2..), checked((ushort)target.Port));
        await stream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        await ReadVersionAsync(cancellationToken).ConfigureAwait(false);
        if (Refusal(_reply[1]) is { } refusal)
        {
            throw refusal;
        }

        // Skips the reserved byte and the address that the proxy connects from.
        await stream.ReadExactlyAsync(_reply.AsMemory(0, 3), cancellationToken).ConfigureAwait(false);
        var rest = _reply[1] switch
        {
            IPv4 => 3,
            IPv6 => 15,
            DomainName => _reply[2],
            _ => throw ProxyFailure.NotAProxy(proxy, []),
        };
        await stream.ReadExactlyAsync(new byte[rest + sizeof(ushort)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the first two bytes of each reply: the version, then the status.</summary>
    private async Task ReadVersionAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_reply.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        if (_reply[0] != Version)
        {
            // Reads the rest of the received text, which explains more than its first bytes.
            var more = await stream.ReadAsync(_reply.AsMemory(2), cancellationToken).ConfigureAwait(false);
            throw ProxyFailure.NotAProxy(proxy, _reply.AsSpan(0, 2 + more));
        }
    }

    private byte[] Address()
    {
        if (IPAddress.TryParse(target.Host, out var address))
        {
            return [address.GetAddressBytes().Length == 4 ? IPv4 : IPv6, .. address.GetAddressBytes()];
        }

        var name = Encoding.ASCII.GetBytes(target.AsciiHost);
        return [DomainName, checked((byte)name.Length), .. name];
    }

    private EppConnectionException? Refusal(byte reply) => reply switch
    {
        0 => null,
        2 => ProxyFailure.Refused(proxy, "its rules do not allow the connection."),
        3 => ProxyFailure.TargetNotReached(proxy, target, "the network is unreachable."),
        4 => ProxyFailure.TargetNotReached(proxy, target, "the host is unreachable, or its name is unknown."),
        5 => ProxyFailure.TargetNotReached(proxy, target, "the connection was refused."),
        6 => ProxyFailure.TargetNotReached(proxy, target, "there was no response in time."),
        8 => ProxyFailure.Refused(proxy, "it does not support this type of address."),
        _ => ProxyFailure.Refused(proxy, string.Create(CultureInfo.InvariantCulture, $"it failed with reply {reply} (RFC 1928, section 6).")),
    };
}
