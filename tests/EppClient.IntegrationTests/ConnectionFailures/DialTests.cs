using System.Net;
using System.Net.Sockets;
using EppClient.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Unknown names and unreachable addresses. The test replaces name resolution because it has no DNS zone.</summary>
[Trait("Failure", "8")]
public sealed class DialTests
{
    [Fact(Timeout = Attempt.Timeout)]
    public async Task Unknown_host_name_is_reported() =>
        (await FailsAsync(_ => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)), EppConnectionError.NameNotFound))
            .Should().Contain("nowhere.example").And.Contain("HostNotFound");

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Unreachable_address_is_reported() =>
        (await FailsAsync(_ => Task.FromResult<IPAddress[]>([IPAddress.Broadcast]), EppConnectionError.Unreachable)).Should().Contain("255.255.255.255");

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Unsupported_address_family_is_reported() =>
        (await FailsAsync(_ => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback]), EppConnectionError.NoUsableAddress, IPAddress.Loopback)).Should().Contain("1 addresses");

    [Theory]
    [InlineData(SocketError.TimedOut, SocketError.NetworkUnreachable, EppConnectionError.TimedOut)]
    [InlineData(SocketError.NetworkUnreachable, SocketError.ConnectionRefused, EppConnectionError.Refused)]
    [InlineData(SocketError.ConnectionRefused, SocketError.TimedOut, EppConnectionError.Refused)]
    [InlineData(SocketError.HostUnreachable, SocketError.NetworkUnreachable, EppConnectionError.Unreachable)]
    public void Most_specific_failure_of_several_addresses_is_reported(SocketError first, SocketError second, EppConnectionError error)
    {
        var failure = ConnectFailure.NoAddressResponds(
            new ConnectTarget("epp.example", 700),
            [(IPAddress.Loopback, new SocketException((int)first)), (IPAddress.IPv6Loopback, new SocketException((int)second))]);

        failure.Should().BeOfType<EppConnectionException>().Which.Error.Should().Be(error);
        failure.Message.Should().Contain($"127.0.0.1: {first}, ::1: {second}").And.Contain(error.Remedy());
    }

    private static async Task<string> FailsAsync(Func<string, Task<IPAddress[]>> resolve, EppConnectionError error, IPAddress? local = null)
    {
        var target = new ConnectTarget("nowhere.example", 700, local);
        var dialer = new TcpDialer(target, TimeSpan.FromSeconds(10), TimeProvider.System, NullLogger.Instance) { Resolve = (name, _) => resolve(name) };

        var failure = (await FluentActions.Awaiting(() => dialer.DialAsync((socket, _, _, _) => Task.FromResult(socket), new ConnectTimings(TimeProvider.System), default).AsTask()).Should().ThrowAsync<EppConnectionException>()).Which;

        failure.Error.Should().Be(error);
        failure.Message.Should().Contain(error.Remedy());
        return failure.Message;
    }
}
