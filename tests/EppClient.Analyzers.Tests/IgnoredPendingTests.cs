using EppClient.CodeFixes;

namespace EppClient.Analyzers.Tests;

public sealed class IgnoredPendingTests
{
    private readonly IgnoredPendingAnalyzer _analyzer = new();

    [Theory]
    [InlineData("await [|client.SendAsync(create)|];")]
    [InlineData("await [|client.SendAsync(create)|].ConfigureAwait(false);")]
    [InlineData("await [|client.SendAsync(DomainTransfer.Request(\"a.example\", \"secret\"))|];")]
    [InlineData("await [|registrar.ApplyAsync(application)|];")]
    [InlineData("await [|registrar.Domain(\"a.dk\").EndRightOfUseAsync()|];")]
    public Task Unused_response_is_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Theory]
    [InlineData("var response = await client.SendAsync(create); Console.WriteLine(response.Pending);")]
    [InlineData("_ = await client.SendAsync(create);")]
    [InlineData("await client.SendAsync(new DomainUpdate(\"a.example\"));")]
    [InlineData("await client.SendAsync(new PollAcknowledge(\"1\"));")]
    [InlineData("await client.SendAsync(DomainTransfer.Query(\"a.example\"));")]
    [InlineData("await registrar.Domain(\"a.dk\").RenewAsync();")]
    public Task Used_response_and_other_commands_are_not_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Fact]
    public Task Response_is_stored_and_its_pending_action_handled() => new AnalyzedCode("""
        class C(IEppClient client)
        {
            async Task M(DomainCreate create)
            {
                // Comment.
                await client.SendAsync(create);
                Console.WriteLine();
            }
        }
        """).IsFixedAsync(_analyzer, new IgnoredPendingFix(), null, """
        class C(IEppClient client)
        {
            async Task M(DomainCreate create)
            {
                // Comment.
                var response = await client.SendAsync(create);
                if (response.Pending is { } pending)
                {
                    // The registry decides later: store pending.ServerTransactionId, and handle the poll message.
                }

                Console.WriteLine();
            }
        }
        """);

    private static AnalyzedCode Method(string body) =>
        new($"class C(IEppClient client, IDkRegistrar registrar) {{ async Task M(DomainCreate create, DkDomainApplication application) {{ {body} await registrar.GetBalanceAsync(); await client.PollAsync(); }} }}");
}
