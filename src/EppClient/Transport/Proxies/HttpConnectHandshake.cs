using System.Globalization;
using System.Net;
using System.Text;

namespace EppClient.Transport;

/// <summary>HTTP CONNECT (RFC 9110, section 9.3.6) with Basic authentication.</summary>
internal sealed class HttpConnectHandshake(Stream stream, EppProxy proxy, ConnectTarget target)
{
    private const int MaxHeaderBytes = 8 * 1024;
    private const string AuthenticateField = "Proxy-Authenticate:";

    private readonly byte[] _header = new byte[MaxHeaderBytes];
    private int _count;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = Encoding.UTF8.GetBytes(Request());
        await stream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        Array.Clear(request);
        await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        if (Refusal(StatusCode) is { } refusal)
        {
            throw refusal;
        }
    }

    private int StatusCode
    {
        get
        {
            // HTTP/1.1 200 Connection established
            ReadOnlySpan<byte> line = _header.AsSpan(0, _count);
            var blank = line.IndexOf((byte)' ');
            return blank > 0 && line.Length >= blank + 4 && int.TryParse(line.Slice(blank + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                ? code
                : throw ProxyFailure.NotAProxy(proxy, line);
        }
    }

    private string Request()
    {
        var authority = Authority();
        var authorization = proxy.UserName is null
            ? string.Empty
            : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{proxy.UserName}:{proxy.Password}"))}\r\n";
        return $"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{authorization}\r\n";
    }

    private string Authority()
    {
        var isIPv6 = IPAddress.TryParse(target.Host, out var address) && address.GetAddressBytes().Length > 4;
        var host = isIPv6 ? $"[{address}]" : target.AsciiHost;
        return string.Create(CultureInfo.InvariantCulture, $"{host}:{target.Port}");
    }

    /// <summary>Reads the header byte by byte: the data after the empty line comes from the registry and must stay on the socket.</summary>
    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        while (!IsWhole)
        {
            if (_count == MaxHeaderBytes)
            {
                throw ProxyFailure.Refused(proxy, string.Create(CultureInfo.InvariantCulture, $"its response has a header of more than {MaxHeaderBytes} bytes."));
            }

            await stream.ReadExactlyAsync(_header.AsMemory(_count, 1), cancellationToken).ConfigureAwait(false);
            _count++;
            if (_count <= Start.Length && _header[_count - 1] != Start[_count - 1])
            {
                // Reads the rest of the received text, which explains more than its first bytes.
                _count += await stream.ReadAsync(_header.AsMemory(_count), cancellationToken).ConfigureAwait(false);
                throw ProxyFailure.NotAProxy(proxy, _header.AsSpan(0, _count));
            }
        }
    }

    private static ReadOnlySpan<byte> Start => "HTTP/1."u8;

    private bool IsWhole => _header.AsSpan(0, _count).EndsWith("\r\n\r\n"u8) || _header.AsSpan(0, _count).EndsWith("\n\n"u8);

    private EppConnectionException? Refusal(int code)
    {
        var status = PeerText.Quote(_header.AsSpan(0, _count));
        return code switch
        {
            >= 200 and < 300 => null,
            407 => ProxyFailure.Unauthorized(proxy, proxy.UserName is null
                ? $"it responds with {status} and asks for credentials{Schemes()}."
                : $"it responds with {status}: it does not accept the user name and password{Schemes()}."),
            502 or 503 or 504 => ProxyFailure.TargetNotReached(proxy, target, $"it responds with {status}."),
            _ => ProxyFailure.Refused(proxy, $"it responds with {status}."),
        };
    }

    /// <summary>The authentication schemes of the proxy: only the first word of each header line, which is not secret.</summary>
    private string Schemes()
    {
        var schemes = Encoding.ASCII.GetString(_header.AsSpan(0, _count)).Split('\n')
            .Where(line => line.StartsWith(AuthenticateField, StringComparison.OrdinalIgnoreCase))
            .Select(line => line[AuthenticateField.Length..].Trim().Split(' ')[0])
            .Where(scheme => scheme.Length is > 0 and < 32 && scheme.All(char.IsAsciiLetterOrDigit))
            .ToList();
        return schemes.Count == 0 ? string.Empty : $" ({string.Join(", ", schemes)})";
    }
}
