using System.Collections.Concurrent;
using EppClient.Commands;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>Servers that send surplus or misordered responses. The session is closed, and a response is never delivered to the wrong command.</summary>
public sealed class ResponseTests
{
    [Fact(Timeout = 30_000)]
    public async Task Response_with_another_transaction_id_is_rejected()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.ReceiveAsync();
                await connection.SendAsync(Wire.Response(1000, "C-OTHER"));
                await connection.StallAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);

        var failure = await Client.LossOf<EppProtocolException>(() => pool.SendAsync(new PollAcknowledge("1")));

        failure.XmlPath.Should().Be("epp/response/trID/clTRID");
        await pool.CheckAsync("a.example");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("noise")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><greeting/></epp>")]
    [InlineData(Wire.Greeting)]
    public async Task Invalid_response_is_rejected_and_its_outcome_is_unknown(string response)
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.ReceiveAsync();
                await connection.SendAsync(response);
                await connection.StallAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);

        await Client.LossOf<EppProtocolException>(() => pool.SendAsync(new PollAcknowledge("1")));
        await pool.CheckAsync("a.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Second_response_to_a_command_is_discarded()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                while (true)
                {
                    var response = HostileConnection.Frame(Wire.ResponseTo(await connection.ReceiveAsync()));
                    await connection.SendRawAsync((byte[])[.. response, .. response]);
                }
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);

        await pool.CheckAsync("a.example");

        await OwnResponseOrNoneAsync(pool, "b.example");
        await pool.CheckAsync("c.example");
    }

    [Fact(Timeout = 30_000)]
    public async Task Response_before_its_request_is_discarded()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                await connection.SendAsync(Wire.Response(1000, "C-EARLY"));
                await connection.RespondToAllAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server);

        await OwnResponseOrNoneAsync(pool, "a.example");
        await pool.CheckAsync("b.example");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Callers_of_a_pool_get_the_responses_to_their_commands(int depth)
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { MaxSessions = 3, PipelineDepth = depth } });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => pool.CheckAsync($"n{i}.example")));

        server.Connections.Should().BeLessThanOrEqualTo(3);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Callers_that_share_a_session_get_the_responses_to_their_commands(int depth)
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { PipelineDepth = depth } });
        await using var session = await pool.RentAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => session.CheckAsync($"n{i}.example")));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Requests_in_flight_do_not_exceed_the_pipelining_depth(int depth)
    {
        var requests = new ConcurrentQueue<string>();
        var isFull = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = HostileServer.Start(async connection =>
        {
            await connection.OpenAsync();
            while (true)
            {
                requests.Enqueue(await connection.ReceiveAsync());
                if (requests.Count == depth)
                {
                    isFull.TrySetResult();
                }
            }
        });
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { PipelineDepth = depth } });
        await using var session = await pool.RentAsync();

        var calls = Enumerable.Range(0, 10).Select(i => Record.ExceptionAsync(() => session.CheckAsync($"n{i}.example", TimeSpan.FromSeconds(2)))).ToList();
        await isFull.Task;
        await Task.WhenAll(calls);

        requests.Should().HaveCount(depth);
    }

    [Fact(Timeout = 30_000)]
    public async Task Responses_in_the_wrong_order_are_discarded()
    {
        await using var server = HostileServer.Start(
            async connection =>
            {
                await connection.OpenAsync();
                List<string> requests = [];
                while (requests.Count < 4)
                {
                    requests.Add(await connection.ReceiveAsync());
                }

                requests.Reverse();
                foreach (var request in requests)
                {
                    await connection.SendAsync(Wire.ResponseTo(request));
                }

                await connection.StallAsync();
            },
            c => c.ServeAsync());
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { PipelineDepth = 4 } });
        await using (var session = await pool.RentAsync())
        {
            var failures = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Record.ExceptionAsync(() => session.CheckAsync($"n{i}.example"))));

            failures.Should().AllSatisfy(f => f.Should().BeOfType<EppProtocolException>().Which.Delivery.Should().Be(EppDelivery.MaybeSent));
        }

        await pool.CheckAsync("a.example");
    }

    /// <summary>Whether the surplus message is detected before the call or as its response depends on timing. It is never accepted.</summary>
    private static async Task OwnResponseOrNoneAsync(EppSessionPool pool, string name)
    {
        var failure = await Record.ExceptionAsync(() => pool.CheckAsync(name));
        (failure is null or EppProtocolException or EppConnectionException).Should().BeTrue("{0}", failure);
    }
}
