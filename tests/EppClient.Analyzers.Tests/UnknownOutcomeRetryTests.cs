using EppClient.CodeFixes;

namespace EppClient.Analyzers.Tests;

public sealed class UnknownOutcomeRetryTests
{
    private readonly UnknownOutcomeRetryAnalyzer _analyzer = new();

    [Theory]
    [InlineData("while (true) { try { await client.SendAsync(delete); break; } [|catch|] (EppOutcomeUnknownException) { } }")]
    [InlineData("while (true) { try { await client.SendAsync(new DomainDelete(name)); return; } [|catch|] (EppException) { await Task.Delay(1000); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await client.SendAsync(delete); return; } [|catch|] (Exception) { Console.WriteLine(i); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await client.SendAsync(delete); return; } [|catch|] { continue; } }")]
    [InlineData("try { await client.SendAsync(delete); } [|catch|] (EppOutcomeUnknownException) { await client.SendAsync(delete); }")]
    [InlineData("try { await client.SendAsync(DomainTransfer.Request(name, \"secret\")); } [|catch|] (EppException) { await client.SendAsync(DomainTransfer.Request(name, \"secret\")); }")]
    public Task Second_try_without_reconciliation_is_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Theory]
    [InlineData("while (true) { try { await client.SendAsync(delete); break; } catch (EppOutcomeUnknownException e) { if (!(await e.ReconcileAsync()).MaySendAgain) { throw; } } }")]
    [InlineData("while (true) { try { await client.SendAsync(delete); break; } catch (EppException e) when (e.Delivery == EppDelivery.NotSent) { } }")]
    [InlineData("while (true) { try { await client.SendAsync(delete); break; } catch (EppConnectionException) { } }")]
    [InlineData("while (true) { try { await client.SendAsync(new DomainInfo(name)); break; } catch (EppException) { } }")]
    [InlineData("while (true) { try { await client.SendAsync(DomainTransfer.Query(name)); break; } catch (EppException) { } }")]
    [InlineData("while (true) { try { await client.SendAsync(delete); } catch (EppException) { throw; } }")]
    [InlineData("while (true) { try { await client.SendAsync(delete); } catch (EppException) { Console.WriteLine(name); } break; }")]
    [InlineData("foreach (var one in names) { try { await client.SendAsync(new DomainDelete(one)); } catch (EppException) { Console.WriteLine(one); } }")]
    [InlineData("for (var i = 0; i < names.Length; i++) { try { await client.SendAsync(new DomainDelete(names[i])); } catch (EppException) { } }")]
    [InlineData("var queue = new Queue<string>(names); while (queue.TryDequeue(out var one)) { try { await client.SendAsync(new DomainDelete(one)); } catch (EppException) { } }")]
    [InlineData("var queue = new Queue<string>(names); while (queue.Count > 0) { try { await client.SendAsync(new DomainDelete(queue.Dequeue())); } catch (EppException) { } }")]
    [InlineData("try { await client.SendAsync(delete); } catch (EppException) { await client.SendAsync(new DomainInfo(name)); }")]
    [InlineData("try { await client.SendAsync(delete); } catch (EppException) { Console.WriteLine(name); }")]
    public Task Code_that_does_not_send_the_command_blindly_again_is_not_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Fact]
    public Task Clause_reconciles_first() => new AnalyzedCode("""
        class C(IEppClient client)
        {
            async Task M(DomainDelete delete, CancellationToken cancellationToken)
            {
                while (true)
                {
                    try
                    {
                        await client.SendAsync(delete, cancellationToken);
                        return;
                    }
                    catch (EppOutcomeUnknownException)
                    {
                        Console.WriteLine("again");
                    }
                }
            }
        }
        """).IsFixedAsync(_analyzer, new UnknownOutcomeRetryFix(), null, """
        class C(IEppClient client)
        {
            async Task M(DomainDelete delete, CancellationToken cancellationToken)
            {
                while (true)
                {
                    try
                    {
                        await client.SendAsync(delete, cancellationToken);
                        return;
                    }
                    catch (EppOutcomeUnknownException unknown)
                    {
                        if (!(await unknown.ReconcileAsync(cancellationToken)).MaySendAgain)
                        {
                            throw;
                        }

                        Console.WriteLine("again");
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Clause_for_more_exceptions_gets_one_for_unknown_outcomes_before_it() => new AnalyzedCode("""
        class C(IEppClient client)
        {
            async Task M(DomainDelete delete)
            {
                while (true)
                {
                    try
                    {
                        await client.SendAsync(delete);
                        return;
                    }
                    catch (EppException)
                    {
                        Console.WriteLine("again");
                    }
                }
            }
        }
        """).IsFixedAsync(_analyzer, new UnknownOutcomeRetryFix(), null, """
        class C(IEppClient client)
        {
            async Task M(DomainDelete delete)
            {
                while (true)
                {
                    try
                    {
                        await client.SendAsync(delete);
                        return;
                    }
                    catch (EppOutcomeUnknownException unknown)
                    {
                        if (!(await unknown.ReconcileAsync()).MaySendAgain)
                        {
                            throw;
                        }
                    }
                    catch (EppException)
                    {
                        Console.WriteLine("again");
                    }
                }
            }
        }
        """);

    private static AnalyzedCode Method(string body) =>
        new($"class C(IEppClient client) {{ async Task M(DomainDelete delete, string name, string[] names) {{ {body} }} }}");
}
