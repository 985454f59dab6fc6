using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>A request that no HTTP client would send.</summary>
internal sealed class RawRequest(Uri address) : IDisposable
{
    private readonly TcpClient _connection = new(address.Host, address.Port);

    /// <summary>Sends headers and a part of the body, and reads the first line of the response.</summary>
    public async Task<string?> SendAsync(string key, int contentLength, string body)
    {
        var stream = _connection.GetStream();
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /fast-track HTTP/1.1\r\nHost: {address.Authority}\r\nX-API-KEY: {key}\r\nContent-Type: application/json\r\nContent-Length: {contentLength}\r\n\r\n");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadLineAsync();
    }

    public void Dispose() => _connection.Dispose();
}
