using System.Net;
using System.Net.Sockets;
using EppClient.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Transport;

public sealed class TcpDialerTests
{
    private const int Timeout = 30_000;

    [Fact(Timeout = Timeout)]
    public async Task All_addresses_of_the_name_are_tried()
    {
        await using var server = LoopbackServer.Sending([]);
        var dialer = Dialer(new ConnectTarget("epp.example", server.Port), IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3"), IPAddress.Loopback);

        using var socket = await DialAsync(dialer, default);

        socket.RemoteEndPoint.Should().Be(new IPEndPoint(IPAddress.Loopback, server.Port));
        socket.NoDelay.Should().BeTrue();
    }

    [Fact(Timeout = Timeout)]
    public async Task A_refusal_lists_the_addresses_and_names_the_options()
    {
        var dialer = Dialer(new ConnectTarget("epp.example", UnusedPort()), IPAddress.Parse("127.0.0.2"), IPAddress.Loopback);

        (await FluentActions.Awaiting(() => DialAsync(dialer, default).AsTask()).Should().ThrowAsync<EppConnectionException>())
            .WithMessage("*127.0.0.2: ConnectionRefused, 127.0.0.1: ConnectionRefused*EppOptions.Port*allowed addresses*")
            .Which.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_name_that_is_not_resolved_is_reported()
    {
        var dialer = Dialer(
            new ConnectTarget("nowhere.example", 700), _ => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)));

        await FluentActions.Awaiting(() => DialAsync(dialer, default).AsTask()).Should().ThrowAsync<EppConnectionException>()
            .WithMessage("*nowhere.example was not resolved (HostNotFound)*EppOptions.Host*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Address_is_not_resolved()
    {
        await using var server = LoopbackServer.Sending([]);
        var dialer = Dialer(new ConnectTarget("127.0.0.1", server.Port), _ => throw new InvalidOperationException());

        using var socket = await DialAsync(dialer, default);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_local_address_is_bound()
    {
        await using var server = LoopbackServer.Sending([]);
        var dialer = Dialer(new ConnectTarget("epp.example", server.Port, IPAddress.Parse("127.0.0.7")), IPAddress.IPv6Loopback, IPAddress.Loopback);

        using var socket = await DialAsync(dialer, default);

        ((IPEndPoint)socket.LocalEndPoint!).Address.Should().Be(IPAddress.Parse("127.0.0.7"));
    }

    [Fact(Timeout = Timeout)]
    public async Task A_local_address_of_another_machine_is_reported()
    {
        var dialer = Dialer(new ConnectTarget("epp.example", 700, IPAddress.Parse("192.0.2.1")), IPAddress.Loopback);

        await FluentActions.Awaiting(() => DialAsync(dialer, default).AsTask()).Should().ThrowAsync<EppConnectionException>()
            .WithMessage("*EppConnectionOptions.LocalAddress 192.0.2.1*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Local_address_of_another_family_than_all_addresses_is_reported()
    {
        var dialer = Dialer(new ConnectTarget("epp.example", 700, IPAddress.IPv6Loopback), IPAddress.Loopback);

        await FluentActions.Awaiting(() => DialAsync(dialer, default).AsTask()).Should().ThrowAsync<EppConnectionException>()
            .WithMessage("*1 addresses*EppConnectionOptions.LocalAddress ::1*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Cancellation_that_nobody_requested_is_not_reported_as_a_time_out()
    {
        await using var server = LoopbackServer.Sending([]);
        var dialer = Dialer(new ConnectTarget("epp.example", server.Port), IPAddress.Loopback, IPAddress.Loopback);

        var dialing = () => dialer.DialAsync<Socket>((_, _, _, _) => throw new OperationCanceledException(), new ConnectTimings(TimeProvider.System), CancellationToken.None).AsTask();

        await dialing.Should().ThrowAsync<OperationCanceledException>("the pool converts it, with the cause");
    }

    [Fact(Timeout = Timeout)]
    public async Task Cancellation_ends_resolving()
    {
        using var cancellation = new CancellationTokenSource();
        var dialer = Dialer(new ConnectTarget("epp.example", 700), async token =>
        {
            await Task.Delay(System.Threading.Timeout.Infinite, token);
            return [];
        });
        var dialing = DialAsync(dialer, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => dialing).Should().ThrowAsync<OperationCanceledException>();
    }

    private static ValueTask<Socket> DialAsync(TcpDialer dialer, CancellationToken cancellationToken) =>
        dialer.DialAsync((socket, _, _, _) => Task.FromResult(socket), new ConnectTimings(TimeProvider.System), cancellationToken);

    private static TcpDialer Dialer(ConnectTarget target, params IPAddress[] addresses) =>
        Dialer(target, _ => Task.FromResult(addresses));

    private static TcpDialer Dialer(ConnectTarget target, Func<CancellationToken, Task<IPAddress[]>> resolve) =>
        new(target, TimeSpan.FromSeconds(20), new FakeTimeProvider(), NullLogger.Instance) { Resolve = (_, token) => resolve(token) };

    private static int UnusedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
