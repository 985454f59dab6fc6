using System.Globalization;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Samples;

public sealed class BulkNameServersTests : IDisposable
{
    private static readonly string[] Old = ["ns1.gammel.example", "ns2.gammel.example"];
    private static readonly string[] New = ["ns1.ny.example", "ns2.ny.example"];

    private readonly string _folder = Directory.CreateTempSubdirectory("epp-bulk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Domains_are_redelegated_and_the_results_are_written()
    {
        await using var registry = DkTestRegistry.Start(seed: seed => seed
            .Hosts("REG-100001", [.. Old, .. New])
            .Contact("KH1-DK", "Kaj Hansen", contact => contact with { Sponsor = "REG-100001" })
            .Domain("en.dk", "KH1-DK", Old)
            .Domain("to.dk", "KH1-DK", Old));
        var (file, authority) = (Path.Combine(_folder, "domains.csv"), Path.Combine(_folder, "ca.pem"));
        await File.WriteAllTextAsync(authority, registry.Server.ExportCaPem());
        await File.WriteAllTextAsync(file, $"""
            domain,nameservers
            en.dk,{string.Join(' ', New)}
            to.dk,{string.Join(' ', New)}
            tre.dk,{string.Join(' ', New)}
            """);

        using var sample = SampleProcess.Start(
            "BulkNameServers",
            new Dictionary<string, string> { ["EPP_PASSWORD"] = registry.Password },
            file, $"{registry.Host}:{registry.Port.ToString(CultureInfo.InvariantCulture)}", registry.User, authority);
        var (code, output) = await sample.EndAsync();

        output.Should().Contain("Complete: 2 done, 1 failed, 0 unknown.");
        code.Should().Be(1, "one domain does not exist");
        registry.Registry.FindDomain("en.dk")!.NameServers.Select(server => server.Ascii).Should().BeEquivalentTo(New);
        registry.Registry.FindDomain("to.dk")!.NameServers.Select(server => server.Ascii).Should().BeEquivalentTo(New);
        (await File.ReadAllLinesAsync($"{file}.results.csv")).Should().HaveCount(4).And.ContainMatch("en.dk,Done,1000,*").And.ContainMatch("tre.dk,Failed,2303,*");
    }
}
