using System.Globalization;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Consoles;

namespace EppClient.Stores.Tests.Redis;

/// <summary>Consoles and services that use the same account share one limit.</summary>
public sealed class OneBudgetTests(RedisServer redis) : IClassFixture<RedisServer>, IDisposable
{
    private const int Limit = 4;
    private const int Rows = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("epp-budget-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact(Timeout = 180_000)]
    [Trait("Failure", "6")]
    public async Task Three_consoles_and_two_services_stay_within_four_sessions_and_all_complete_their_work()
    {
        await using var connection = await redis.ConnectAsync();
        await using var registry = DkTestRegistry.Start();
        await using var gate = new ConnectionCounter(registry.Port);
        var authority = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(authority, registry.Server.ExportCaPem());
        var target = string.Join('|', gate.Port, registry.User, registry.Password, Convert.ToBase64String(registry.CaCertificate.RawData));
        string[] asUser =
        [
            "--host", registry.Host, "--port", $"{gate.Port}", "--user", registry.User, "--password-env", ConsoleProcess.PasswordVariable, "--ca", authority, "--profile", "dk",
            "--redis", redis.Address, "--shared-sessions", $"{Limit}",
        ];

        // The services alone request all four sessions and never stop; the consoles request six more.
        using var first = HelperProcess.StartHost(redis, Limit, target);
        using var second = HelperProcess.StartHost(redis, Limit, target);
        await Task.WhenAll(first.Responded, second.Responded);
        await Task.WhenAll(BulkAsync("one", registry.Password, asUser), BulkAsync("two", registry.Password, asUser), BulkAsync("three", registry.Password, asUser));
        await gate.WhenAsync((open, _) => open == Limit);

        gate.Most.Should().Be(Limit, "all of the limit is used and never exceeded");
    }

    private async Task BulkAsync(string name, string password, string[] asUser)
    {
        var file = Path.Combine(_folder, $"{name}.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, Rows).Select(number => string.Create(CultureInfo.InvariantCulture, $"navn{number}.dk")).Prepend("domain"));

        var outcome = await ConsoleProcess.RunAsync(password, ["bulk", file, "--job", "check", "--sessions", "2", .. asUser]);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        (await File.ReadAllLinesAsync($"{file}.results.csv")).Skip(1).Should().HaveCount(Rows).And.OnlyContain(line => line.Contains(",Done,1000,"));
    }
}
