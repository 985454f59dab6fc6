using EppClient.CodeFixes;

namespace EppClient.Analyzers.Tests;

public sealed class PollAcknowledgeTests
{
    private readonly PollAcknowledgeAnalyzer _analyzer = new();

    [Theory]
    [InlineData("while (await [|client.PollAsync()|] is { } message) { Console.WriteLine(message.Text); }")]
    [InlineData("while (true) { var message = await [|client.PollAsync()|]; if (message is null) { break; } Console.WriteLine(message.Text); }")]
    [InlineData("for (var i = 0; i < 10; i++) { Console.WriteLine((await [|client.PollAsync()|])?.Text); }")]
    [InlineData("PollMessage? message; do { message = await [|client.PollAsync()|]; Console.WriteLine(message?.Id); } while (message is not null);")]
    public Task Loop_that_never_acknowledges_is_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Theory]
    [InlineData("while (await client.PollAsync() is { } message) { await client.AcknowledgeAsync(message); }")]
    [InlineData("while (await client.PollAsync() is { } message) { await client.SendAsync(new PollAcknowledge(message.Id)); }")]
    [InlineData("while (await client.PollAsync() is { } message) { await HandleAsync(message); }")]
    [InlineData("var all = new List<PollMessage>(); while (await client.PollAsync() is { } message) { all.Add(message); }")]
    [InlineData("while (await client.PollAsync() is { } message) { _last = message; }")]
    [InlineData("while (await client.PollAsync() is { } message) { await Task.Run(() => Console.WriteLine(message.Text)); }")]
    [InlineData("await foreach (var message in client.ReadMessagesAsync()) { Console.WriteLine(message.Text); }")]
    [InlineData("Console.WriteLine((await client.PollAsync())?.Text);")]
    public Task Messages_that_may_be_acknowledged_are_not_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Fact]
    public Task Message_is_acknowledged_at_the_end_of_the_loop() => new AnalyzedCode("""
        class C(IEppClient client)
        {
            async Task M(CancellationToken token)
            {
                while (await client.PollAsync(token) is { } message)
                {
                    Console.WriteLine(message.Text);
                }
            }
        }
        """).IsFixedAsync(_analyzer, new PollAcknowledgeFix(), null, """
        class C(IEppClient client)
        {
            async Task M(CancellationToken token)
            {
                while (await client.PollAsync(token) is { } message)
                {
                    Console.WriteLine(message.Text);
                    await client.AcknowledgeAsync(message, token);
                }
            }
        }
        """);

    private static AnalyzedCode Method(string body) =>
        new($"class C(IEppClient client) {{ PollMessage? _last; async Task M() {{ {body} await Task.Yield(); }} Task HandleAsync(PollMessage message) => Task.CompletedTask; public object? Last => _last; }}");
}
