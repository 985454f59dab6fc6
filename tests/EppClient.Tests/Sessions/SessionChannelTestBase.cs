using System.Text;
using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Sessions;

/// <summary>Opens channels on scripted connections, with a clock that the test advances.</summary>
public abstract class SessionChannelTestBase
{
    private protected const int Timeout = 30_000;

    private protected FakeTimeProvider Time { get; } = new();

    /// <summary>Responds to each request; with a <see cref="Random"/>, after a random delay.</summary>
    private protected static async Task EchoAsync(ScriptedConnection connection, Random? laziness = null)
    {
        try
        {
            while (await connection.ServerReceivesAsync() is { } request)
            {
                await YieldAsync(laziness?.Next(100) ?? 0);
                await connection.ServerSendsAsync($"re {request}");
            }
        }
        catch (EppConnectionException)
        {
            // The client closed the connection.
        }
    }

    private protected static async Task YieldAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Task.Yield();
        }
    }

    private protected static async Task<TException> AssertFailsAsync<TException>(Task exchange, EppDelivery delivery, string message = "*")
        where TException : EppException
    {
        var failure = (await FluentActions.Awaiting(() => exchange).Should().ThrowExactlyAsync<TException>()).WithMessage(message).Which;
        failure.Delivery.Should().Be(delivery);
        return failure;
    }

    private protected static async Task AssertGoodAsync(ScriptedConnection connection, SessionChannel channel)
    {
        var response = ExchangeAsync(channel, "good?");
        (await connection.ServerReceivesAsync()).Should().Be("good?");
        await connection.ServerSendsAsync("good");
        (await response).Should().Be("good");
        channel.Fault.Should().BeNull();
    }

    private protected static Task<string> ExchangeAsync(SessionChannel channel, string request, Deadline deadline = default, CancellationToken cancellationToken = default) =>
        TextAsync(channel.ExchangeAsync(Encoding.UTF8.GetBytes(request), deadline, cancellationToken));

    private protected static async Task<string> TextAsync(ValueTask<EppFrame> pending)
    {
        using var frame = await pending;
        return Encoding.UTF8.GetString(frame.Payload.Span);
    }

    private protected Deadline After(double seconds) => Deadline.After(Time, TimeSpan.FromSeconds(seconds));

    /// <param name="connection">The connection.</param>
    /// <param name="depth">The number of outstanding requests.</param>
    /// <param name="frames">The frame limits.</param>
    /// <param name="leaving">The maximum time for the server to close; by default the channel does not wait.</param>
    private protected SessionChannel Channel(ScriptedConnection connection, int depth = 1, EppFrameOptions? frames = null, TimeSpan leaving = default) => new(
        "1", connection, new ChannelSettings(Time, NullLogger.Instance, new PoolMetrics("test", "epp.example", 700), frames ?? new EppFrameOptions(), depth, leaving));

    private protected async Task<SessionChannel> OpenAsync(ScriptedConnection connection, int depth = 1, EppFrameOptions? frames = null, TimeSpan leaving = default)
    {
        await connection.ServerSendsAsync("greeting");
        var channel = Channel(connection, depth, frames, leaving);
        await TextAsync(channel.ReceiveAsync(Deadline.None, default));
        channel.IsOpen = true;
        return channel;
    }
}
