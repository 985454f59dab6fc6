using System.Text;
using EppClient.Transport;

namespace EppClient.Tests.Transport;

/// <summary>Reads the responses of proxies byte by byte: bytes after the response belong to the registry.</summary>
public sealed class ProxyHandshakeTests
{
    private const int Timeout = 30_000;

    private static readonly byte[] Greeting = "greeting of the registry"u8.ToArray();

    [Theory(Timeout = Timeout)]
    [InlineData("05 00  05 00 00 01 7F 00 00 01 02 BC")]
    [InlineData("05 00  05 00 00 03 03 61 62 63 02 BC")]
    [InlineData("05 00  05 00 00 04 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 02 BC")]
    [InlineData("05 02  01 00  05 00 00 01 7F 00 00 01 02 BC")]
    public async Task Socks_response_is_read_to_its_end_and_not_beyond(string response)
    {
        var stream = new Answering([.. Convert.FromHexString(response.Replace(" ", string.Empty, StringComparison.Ordinal)), .. Greeting]);

        await RunAsync(stream, EppProxyKind.Socks5);

        stream.Rest.Should().Equal(Greeting);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200\r\nVia: x\r\n\r\n")]
    [InlineData("HTTP/1.0 204 \n\n")]
    public async Task Http_response_is_read_to_its_end_and_not_beyond(string response)
    {
        var stream = new Answering([.. Encoding.ASCII.GetBytes(response), .. Greeting]);

        await RunAsync(stream, EppProxyKind.HttpConnect);

        stream.Rest.Should().Equal(Greeting);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(EppProxyKind.Socks5)]
    [InlineData(EppProxyKind.HttpConnect)]
    public async Task Random_responses_succeed_or_fail_with_a_defined_exception(EppProxyKind kind)
    {
        var random = new Random(20260704);
        byte[][] beginnings = [[], [5], [5, 0], [5, 0, 5, 0, 0], [5, 2, 1, 0], [.. "HTTP/1.1 "u8], [.. "HTTP/1.1 200"u8]];
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(0, 40)];
            random.NextBytes(bytes);
            try
            {
                await RunAsync(new Answering([.. beginnings[random.Next(beginnings.Length)], .. bytes]), kind);
            }
            catch (EndOfStreamException)
            {
                // The tunnel reports this as a proxy that closed the connection.
            }
            catch (EppConnectionException exception)
            {
                exception.Error.Should().BeOneOf(
                    EppConnectionError.NotAProxy, EppConnectionError.ProxyRefused, EppConnectionError.ProxyTargetNotReached, EppConnectionError.ProxyUnauthorized);
                exception.Message.Should().NotContain("4711").And.NotContainAny("\r", "\n", "\0");
            }
        }
    }

    [Theory]
    [InlineData("error:0A00045C:SSL routines::tlsv13 alert certificate required", (byte)116)]
    [InlineData("error:0A000418:SSL routines::tlsv1 alert unknown ca", (byte)48)]
    [InlineData("error:0A000102:SSL routines::unsupported protocol", null)]
    [InlineData("The remote party closed the connection.", null)]
    public void Alert_is_found_in_the_OpenSSL_message(string text, byte? alert) =>
        TlsAlert.In(new IOException("outer", new InvalidOperationException(text))).Should().Be(alert);

    private static Task RunAsync(Stream stream, EppProxyKind kind)
    {
        var proxy = new EppProxy { Kind = kind, Host = "proxy.example", Port = 1080, UserName = "user", Password = "secret-4711" };
        var target = new ConnectTarget("epp.example", 700);
        return kind == EppProxyKind.Socks5
            ? new Socks5Handshake(stream, proxy, target).RunAsync(default)
            : new HttpConnectHandshake(stream, proxy, target).RunAsync(default);
    }

    /// <summary>Returns its response one byte per read, whatever is written.</summary>
    private sealed class Answering(byte[] response) : MemoryStream
    {
        private int _read;

        public byte[] Rest => response[_read..];

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read == response.Length || buffer.IsEmpty)
            {
                return ValueTask.FromResult(0);
            }

            buffer.Span[0] = response[_read++];
            return ValueTask.FromResult(1);
        }
    }
}
