using EppClient.CodeFixes;

namespace EppClient.Analyzers.Tests;

public sealed class PoolLifetimeTests
{
    private readonly PoolLifetimeAnalyzer _analyzer = new();
    private readonly PoolLifetimeFix _fix = new();

    [Theory]
    [InlineData("class C(EppOptions options) { async Task M(string[] names) { foreach (var name in names) { await using var pool = [|new EppSessionPool(options)|]; await pool.SendAsync(new DomainInfo(name)); } } }")]
    [InlineData("class C(EppOptions options) { void M() { for (;;) { EppSessionPool pool = [|new(options)|]; pool.Clear(); } } }")]
    [InlineData("class C(EppOptions options) { EppSessionPool Pool => [|new EppSessionPool(options)|]; }")]
    [InlineData("class C(EppOptions options) { EppSessionPool Pool { get { return [|new EppSessionPool(options)|]; } } }")]
    [InlineData("class C { void M(WebApplication app, EppOptions options) => app.MapGet(\"/\", async () => { await using var pool = [|new EppSessionPool(options)|]; return pool.Account; }); }")]
    [InlineData("public class C(EppOptions options) : ControllerBase { public async Task<string> Get() { await using var pool = [|new EppSessionPool(options)|]; return pool.Account; } }")]
    [InlineData("class C(EppOptions options) : IEppPollHandler<PollMessage> { public async Task HandleAsync(PollMessage message, EppPollDelivery delivery, CancellationToken cancellationToken) { await using var pool = [|new EppSessionPool(options)|]; } }")]
    [InlineData("class C { void M(IServiceCollection services, EppOptions options) => services.[|AddScoped|](_ => new EppSessionPool(options)); }")]
    [InlineData("class C { void M(IServiceCollection services, EppOptions options) => services.[|AddTransient<EppSessionPool>|](); }")]
    public Task Pool_for_each_request_or_iteration_is_reported(string code) => new AnalyzedCode(code).IsReportedAsync(_analyzer);

    [Theory]
    [InlineData("class C { static async Task Main(EppOptions options) { await using var pool = new EppSessionPool(options); } }")]
    [InlineData("class C(EppOptions options) { private readonly EppSessionPool _pool = new EppSessionPool(options); }")]
    [InlineData("class C(EppOptions options) { EppSessionPool Pool { get; } = new EppSessionPool(options); }")]
    [InlineData("class C(EppOptions options) { EppSessionPool? _pool; EppSessionPool Pool { get { return _pool ??= new EppSessionPool(options); } } }")]
    [InlineData("class C(EppOptions options) { EppSessionPool? _pool; EppSessionPool Pool => _pool ??= new EppSessionPool(options); }")]
    [InlineData("class C { EppSessionPool Create(EppOptions options) => new EppSessionPool(options); }")]
    [InlineData("class C { void M(IServiceCollection services, EppOptions options) => services.AddSingleton(_ => new EppSessionPool(options)); }")]
    [InlineData("class C { object M(EppOptions[] accounts) { var pools = new List<Lazy<EppSessionPool>>(); foreach (var account in accounts) { pools.Add(new(() => new EppSessionPool(account))); } return pools; } }")]
    [InlineData("public class C : ControllerBase { private static readonly EppOptions Options = null!; private static readonly EppSessionPool Pool = new EppSessionPool(Options); public string Get() => Pool.Account; }")]
    public Task Pool_that_may_be_shared_is_not_reported(string code) => new AnalyzedCode(code).IsReportedAsync(_analyzer);

    [Fact]
    public Task Pool_moves_before_the_loop() => new AnalyzedCode("""
        class C
        {
            async Task M(EppOptions options, string[] names)
            {
                foreach (var name in names)
                {
                    await using var pool = new EppSessionPool(options);
                    await pool.SendAsync(new DomainInfo(name));
                }
            }
        }
        """).IsFixedAsync(_analyzer, _fix, "Create the pool before the loop", """
        class C
        {
            async Task M(EppOptions options, string[] names)
            {
                await using var pool = new EppSessionPool(options);
                foreach (var name in names)
                {
                    await pool.SendAsync(new DomainInfo(name));
                }
            }
        }
        """);

    [Fact]
    public async Task Pool_that_depends_on_the_iteration_is_not_moved() => (await new AnalyzedCode("""
        class C
        {
            async Task M(EppOptions[] accounts)
            {
                foreach (var account in accounts)
                {
                    await using var pool = new EppSessionPool(account);
                }
            }
        }
        """).TitlesAsync(_analyzer, _fix)).Should().BeEmpty();

    [Fact]
    public Task Registration_becomes_singleton() => new AnalyzedCode("class C { void M(IServiceCollection services) => services.AddScoped<EppSessionPool>(); }")
        .IsFixedAsync(_analyzer, _fix, null, "class C { void M(IServiceCollection services) => services.AddSingleton<EppSessionPool>(); }");

    [Fact]
    public Task Property_stores_its_pool() => new AnalyzedCode("""
        class C(EppOptions options)
        {
            EppSessionPool Pool => new EppSessionPool(options);
        }
        """).IsFixedAsync(_analyzer, _fix, null, """
        class C(EppOptions options)
        {
            EppSessionPool Pool { get; } = new EppSessionPool(options);
        }
        """);

    [Fact]
    public Task Endpoint_receives_the_pool() => new AnalyzedCode("""
        class C
        {
            void M(WebApplication app, EppOptions options) => app.MapGet("/{name}", async (string name) =>
            {
                await using var pool = new EppSessionPool(options);
                return (await pool.SendAsync(new DomainInfo(name))).Data.Roid;
            });
        }
        """).IsFixedAsync(_analyzer, _fix, null, """
        class C
        {
            void M(WebApplication app, EppOptions options) => app.MapGet("/{name}", async (string name, EppSessionPool pool) =>
            {
                return (await pool.SendAsync(new DomainInfo(name))).Data.Roid;
            });
        }
        """);
}
