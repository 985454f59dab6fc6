namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Changes that cannot be undone are confirmed first.</summary>
public sealed class ConfirmationTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    public static TheoryData<string[]> Irreversible => new()
    {
        { ["delete", "domain", RegistryFixture.Domain] },
        { ["delete", "host", "ns3.example.com"] },
        { ["delete", "contact", RegistryFixture.Contact] },
        { ["update", "domain", RegistryFixture.Domain, "--registrant", RegistryFixture.Contact, "--terms-accepted", "2026-11-23T10:00Z"] },
        { ["transfer", "request", "domain", RegistryFixture.Domain] },
        { ["transfer", "approve", "contact", "AB1"] },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Irreversible))]
    public async Task Script_without_yes_is_refused_with_the_remedy_and_nothing_is_sent(string[] args)
    {
        var outcome = await registry.RunAsync(args);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain("cannot be undone").And.Contain("--yes");
        registry.Registry.Sessions.Should().BeEmpty();
        registry.Registry.Registry.FindDomain(RegistryFixture.Domain)!.Deletion.Should().BeNull();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("no")]
    [InlineData("")]
    [InlineData("y")]
    public async Task Other_answer_than_yes_sends_nothing(string answer)
    {
        var outcome = await registry.AnswerAsync(answer, "delete", "host", "ns3.example.com");

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain("Deletes the host ns3.example.com").And.Contain("Nothing was sent");
        registry.Registry.Registry.FindHost("ns3.example.com").Should().NotBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Answer_yes_sends_the_command()
    {
        (await registry.RunAsync("create", "host", "ns5.example.com")).ExitCode.Should().Be(0);

        var outcome = await registry.AnswerAsync("yes", "delete", "host", "ns5.example.com");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        registry.Registry.Registry.FindHost("ns5.example.com").Should().BeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Dry_run_does_not_ask()
    {
        var outcome = await registry.RunAsync("delete", "domain", RegistryFixture.Domain, "--dry-run");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("<domain:delete");
    }
}
