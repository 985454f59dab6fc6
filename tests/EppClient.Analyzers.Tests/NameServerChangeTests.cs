using EppClient.CodeFixes;

namespace EppClient.Analyzers.Tests;

public sealed class NameServerChangeTests
{
    private readonly NameServerChangeAnalyzer _analyzer = new();
    private readonly NameServerChangeFix _fix = new();

    [Theory]
    [InlineData("await registrar.Domain(name).[|SetNameServersAsync|](hosts);")]
    [InlineData("await registrar.Domain(name).[|SetNameServersAsync|](hosts, null);")]
    [InlineData("await domain.[|SetNameServersAsync|](hosts, cancellationToken: token);")]
    [InlineData("await domain.[|SetNameServersAsync|](hosts, dsRecords: default);")]
    public Task Change_without_ds_records_is_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Theory]
    [InlineData("await registrar.Domain(name).SetNameServersAsync(hosts, []);")]
    [InlineData("await domain.SetNameServersAsync(hosts, domain.DsRecords, token);")]
    [InlineData("await rights.SetNameServersAsync(hosts);")]
    [InlineData("await domain.SetDsRecordsAsync([]);")]
    public Task Change_that_states_the_ds_records_is_not_reported(string body) => Method(body).IsReportedAsync(_analyzer);

    [Theory]
    [InlineData("await domain.SetNameServersAsync(hosts);", "await domain.SetNameServersAsync(hosts, domain.DsRecords);")]
    [InlineData("await domain.SetNameServersAsync(hosts, cancellationToken: token);", "await domain.SetNameServersAsync(hosts, domain.DsRecords, cancellationToken: token);")]
    [InlineData("await domain.SetNameServersAsync(hosts, null, token);", "await domain.SetNameServersAsync(hosts, domain.DsRecords, token);")]
    public Task Ds_records_of_the_domain_are_kept(string before, string after) =>
        Method(before).IsFixedAsync(_analyzer, _fix, "Keep the DS records of the domain", Code(after));

    [Fact]
    public Task Domain_is_left_unsigned() => Method("await registrar.Domain(name).SetNameServersAsync(hosts);")
        .IsFixedAsync(_analyzer, _fix, null, Code("await registrar.Domain(name).SetNameServersAsync(hosts, []);"));

    private static AnalyzedCode Method(string body) => new(Code(body));

    private static string Code(string body) =>
        $"class C(IDkRegistrar registrar) {{ async Task M(DkRegistrarDomain domain, Rights rights, string name, string[] hosts, CancellationToken token) {{ {body} }} }} class Rights {{ public Task SetNameServersAsync(string[] hosts) => Task.CompletedTask; }}";
}
