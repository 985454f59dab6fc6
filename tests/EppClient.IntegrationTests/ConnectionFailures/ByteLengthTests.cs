using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Lengths count bytes, not characters. Characters around a received document are ignored, and none are sent.</summary>
[Trait("Failure", "11")]
public sealed class ByteLengthTests
{
    [Fact(Timeout = Attempt.Timeout)]
    public async Task Length_counts_bytes_and_requests_have_no_surrounding_characters()
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
            // The test server reads a request by its length: if the length is wrong by one byte, the next request is unreadable.
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
    public async Task Characters_around_a_document_are_ignored(string before, string behind)
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
