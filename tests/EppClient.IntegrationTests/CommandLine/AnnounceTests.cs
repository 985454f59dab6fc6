using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Namespaces that the program does not know are announced at login on request.</summary>
public sealed class AnnounceTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private const string Orchard = "urn:example:orchard-1.0";

    [Fact(Timeout = 60_000)]
    public async Task Announced_namespace_is_part_of_the_login()
    {
        await using var server = EppTestServer.Start(new PollQueueService());

        var without = await registry.RunStandardAsync(server, "login", "--json");
        var with = await registry.RunStandardAsync(server, "login", "--json", "--announce", Orchard);

        without.Output.Should().NotContain(Orchard);
        with.ExitCode.Should().Be(0, with.ToString());
        with.Documents.Single().GetProperty("extensions").EnumerateArray().Select(uri => uri.GetString()).Should().Contain(Orchard);
    }

    [Fact(Timeout = 60_000)]
    public async Task Extension_that_the_registry_does_not_offer_is_not_sent_and_the_remedy_is_named()
    {
        await using var server = EppTestServer.Start(new PollQueueService());
        var file = registry.FileOf($"""<o:tree xmlns:o="{Orchard}"/>""");

        var outcome = await registry.RunStandardAsync(server, "check", "domain", "a.com", "--extension", file);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().StartWith("Nothing was sent").And.Contain(Orchard).And.Contain("--announce").And.NotContain("EppProfile");
    }
}
