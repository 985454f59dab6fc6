using EppClient.Commands;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>The default retries after lost connections: only unsent and read-only commands are repeated.</summary>
[Trait("Failure", "2")]
public sealed class RetryTests
{
    [Fact(Timeout = 30_000)]
    public async Task Read_only_command_is_retried_after_a_lost_connection()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { RetryPipeline = null } });

        await pool.CheckAsync("a.example");

        server.Connections.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Transform_command_is_not_retried_after_a_lost_connection()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { RetryPipeline = null } });

        await Client.LossOf<EppConnectionException>(() => pool.SendAsync(new PollAcknowledge("1")));

        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_is_sent_after_a_failed_attempt_to_open_a_session()
    {
        await using var server = HostileServer.Start(c => Task.CompletedTask, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Recovery = o.Recovery with { RetryPipeline = null } });

        await pool.SendAsync(new PollAcknowledge("1"));

        server.Connections.Should().Be(2);
    }

    private static async Task HearAndLeaveAsync(HostileConnection connection)
    {
        await connection.OpenAsync();
        await connection.ReceiveAsync();
    }
}
