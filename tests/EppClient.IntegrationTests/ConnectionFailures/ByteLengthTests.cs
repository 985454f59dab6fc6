using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Lengths count octets, not characters; what servers put around a document does no harm, and nothing of it is sent.</summary>
[Trait("Failure", "11")]
public sealed class ByteLengthTests
{
    [Fact(Timeout = Attempt.Timeout)]
    public async Task Letters_of_more_than_one_byte_leave_both_sides_in_step_and_nothing_surrounds_what_is_sent()
    {
        var requests = new List<string>();
        await using var server = HostileServer.Start(async c =>
        {
            await c.OpenAsync();
            await c.RespondToAllAsync(requests.Add);
        });
        await using var pool = Client.For(server);

        for (var i = 0; i < 3; i++)
        {
            // The test server takes a request by its length: one octet too few or too many, and it does not understand the next.
            await pool.CheckAsync("äöü-ÆØÅ-€-\U0001F600.example");
        }

        await pool.CheckAsync("a.example");
        requests.Should().HaveCount(4).And.OnlyContain(request => request.StartsWith('<') && request.EndsWith('>'));
        requests[0].Should().Contain("äöü-ÆØÅ-€-\U0001F600");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData("\uFEFF", "")]
    [InlineData("\r\n \t", "\r\n")]
    [InlineData("", "\0\0")]
    [InlineData("\uFEFF\r\n", "\r\n\0")]
    public async Task What_surrounds_a_document_is_overlooked(string before, string behind)
    {
        await using var server = HostileServer.Start(async c =>
        {
            await c.SendAsync(before + Wire.Greeting + behind);
            await c.SendAsync(before + Wire.Success(await c.ReceiveAsync()) + behind);
            await c.RespondToAllAsync();
        });

        await Attempt.SucceedsAsync(server);
    }
}
