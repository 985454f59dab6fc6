using EppClient.Commands;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>What the default retries do when connections are lost: repeat what was not sent or only reads, and nothing else.</summary>
[Trait("Failure", "2")]
public sealed class RetryTests
{
    [Fact(Timeout = 30_000)]
    public async Task Command_that_only_reads_is_sent_again_after_a_lost_connection()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { RetryPipeline = null });

        await pool.CheckAsync("a.example");

        server.Connections.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_that_changes_something_is_never_sent_again_after_a_lost_connection()
    {
        await using var server = HostileServer.Start(HearAndLeaveAsync, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { RetryPipeline = null });

        await Client.LossOf<EppConnectionException>(() => pool.SendAsync(new PollAcknowledge("1")));

        server.Connections.Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_is_sent_after_a_session_could_not_be_opened_at_first()
    {
        await using var server = HostileServer.Start(c => Task.CompletedTask, c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { RetryPipeline = null });

        await pool.SendAsync(new PollAcknowledge("1"));

        server.Connections.Should().Be(2);
    }

    private static async Task HearAndLeaveAsync(HostileConnection connection)
    {
        await connection.OpenAsync();
        await connection.ReceiveAsync();
    }
}
