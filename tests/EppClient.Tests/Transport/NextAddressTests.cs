using System.Net;
using System.Text;
using EppClient.Transport;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Transport;

/// <summary>A host name with two addresses; the first fails in each possible way before the greeting.</summary>
public sealed class NextAddressTests
{
    private const int Timeout = 30_000;
    private const string Name = "epp.example";

    private static readonly IPAddress First = IPAddress.Parse("127.0.0.2");
    private static readonly TestCertificates Authority = TestCertificates.Instance;

    /// <summary>The behavior of the server at the first address, by the name of its failure.</summary>
    private static readonly Dictionary<string, Func<LoopbackServer, LoopbackServer>> Faults = new()
    {
        [nameof(EppConnectionError.ClosedDuringHandshake)] = good => new LoopbackServer((_, _) => Task.CompletedTask, First, good.Port),
        [nameof(EppConnectionError.ServerCertificateForAnotherName)] = good => LoopbackServer.Tls(Authority.Server("other.example"), at: First, port: good.Port),
        [nameof(EppConnectionError.ClosedBeforeGreeting)] = good => LoopbackServer.Tls(Authority.Server(Name), (_, _) => Task.CompletedTask, First, good.Port),
        [nameof(EppConnectionError.UnframedText)] = good => LoopbackServer.Tls(Authority.Server(Name), (tls, stop) => tls.WriteAsync(Encoding.ASCII.GetBytes("Not allowed\r\n"), stop).AsTask(), First, good.Port),
        [nameof(EppConnectionError.HttpServer)] = good => LoopbackServer.Sending(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n"), First, good.Port),
        [nameof(EppConnectionError.NotFramed)] = good => LoopbackServer.Tls(Authority.Server(Name), (tls, stop) => tls.WriteAsync(new byte[] { 0, 0, 0, 1 }, stop).AsTask(), First, good.Port),
    };

    public static TheoryData<string> Failures => [.. Faults.Keys];

    [Theory(Timeout = Timeout)]
    [MemberData(nameof(Failures))]
    public async Task Next_address_is_tried_after_any_failure_before_the_greeting(string failure)
    {
        await using var good = LoopbackServer.Tls(Authority.Server(Name));
        await using var bad = Faults[failure](good);

        await using var connection = await ConnectAsync(good, First, IPAddress.Loopback);

        connection.RemoteEndPoint.Should().Be(new IPEndPoint(IPAddress.Loopback, good.Port));
        bad.LastClient.Should().NotBeNull();
        using var greeting = await new EppFrameReader(connection.Input).ReadAsync();
        Encoding.UTF8.GetString(greeting!.Payload.Span).Should().Be("greeting");
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_reads_the_greeting_that_the_connector_waited_for()
    {
        await using var good = LoopbackServer.Tls(Authority.Server(Name), at: First);

        await using var connection = await ConnectAsync(good, First, IPAddress.Loopback);

        using var greeting = await new EppFrameReader(connection.Input).ReadAsync();
        Encoding.UTF8.GetString(greeting!.Payload.Span).Should().Be("greeting");
    }

    [Fact(Timeout = Timeout)]
    public async Task Silent_address_leaves_time_for_the_next()
    {
        await using var good = LoopbackServer.Tls(Authority.Server(Name));
        var reached = new TaskCompletionSource();
        await using var silent = LoopbackServer.Tls(
            Authority.Server(Name),
            async (_, stop) =>
            {
                reached.SetResult();
                await Task.Delay(System.Threading.Timeout.Infinite, stop);
            },
            First,
            good.Port);
        var time = new FakeTimeProvider();
        var connecting = ConnectAsync(good, time, First, IPAddress.Loopback);
        await reached.Task;

        time.Advance(TimeSpan.FromSeconds(10));

        await using var connection = await connecting;
        connection.RemoteEndPoint.Should().Be(new IPEndPoint(IPAddress.Loopback, good.Port));
    }

    [Fact(Timeout = Timeout)]
    public async Task Failure_reports_the_most_advanced_attempt_and_the_errors_of_the_others()
    {
        int port;
        await using (var closing = LoopbackServer.Sending([]))
        {
            port = closing.Port;
        }

        await using var bad = new LoopbackServer((_, _) => Task.CompletedTask, First, port);

        var failure = (await FluentActions.Awaiting(() => ConnectAsync(bad, First, IPAddress.Loopback)).Should().ThrowAsync<EppConnectionException>()).Which;

        failure.Error.Should().Be(EppConnectionError.ClosedDuringHandshake);
        failure.Message.Should().Contain($"No TLS connection to {Name}:{port} at 127.0.0.2").And.Contain(failure.Error.Remedy()).And.EndWith("epp.example also has 127.0.0.1: ConnectionRefused.");
    }

    private static Task<EppConnection> ConnectAsync(LoopbackServer server, params IPAddress[] addresses) => ConnectAsync(server, TimeProvider.System, addresses);

    private static async Task<EppConnection> ConnectAsync(LoopbackServer server, TimeProvider time, params IPAddress[] addresses)
    {
        var target = new ConnectTarget(Name, server.Port);
        var dialer = new TcpDialer(target, TimeSpan.FromSeconds(20), time, new RecordingLogger()) { Resolve = (_, _) => Task.FromResult(addresses) };
        return await new TlsConnector(target, null, new EppTlsOptions { TrustedRoots = [Authority.Root] }, dialer, new RecordingLogger()).ConnectAsync(new ConnectTimings(time), default);
    }
}
