
namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Commands from files.</summary>
public sealed class RawTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private const string InfoContact = """
        <?xml version="1.0" encoding="UTF-8"?>
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command><info>
        <contact:info xmlns:contact="urn:ietf:params:xml:ns:contact-1.0"><contact:id>KH1-DK</contact:id></contact:info>
        </info><clTRID>FROM-THE-FILE-1</clTRID></command></epp>
        """;

    [Fact(Timeout = 60_000)]
    public async Task Response_is_shown_redacted_with_the_transaction_id_of_the_file()
    {
        var outcome = await registry.RunAsync("raw", registry.FileOf(InfoContact));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().Contain("<clTRID>FROM-THE-FILE-1</clTRID>").And.Contain("KH1-DK").And.Contain("***").And.NotContain("Kaj Hansen");
    }

    [Fact(Timeout = 60_000)]
    public async Task Response_is_shown_unredacted_if_requested()
    {
        var outcome = await registry.RunAsync("raw", registry.FileOf(InfoContact), "--show-secrets");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().Contain("Kaj Hansen").And.NotContain("***");
    }

    [Fact(Timeout = 60_000)]
    public async Task Rejection_is_shown_and_exits_with_1()
    {
        var outcome = await registry.RunAsync("raw", registry.FileOf(InfoContact.Replace("KH1-DK", "NONE1-DK", StringComparison.Ordinal)));

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Output.Should().Contain("<result code=\"2303\"");
        outcome.Error.Should().Contain("2303");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><hello/></epp>", "only a 'command'")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><command><logout/></command></epp>", "log in and out automatically")]
    [InlineData("<epp", "not well-formed")]
    public async Task File_without_a_command_is_wrong_usage(string content, string reason)
    {
        var outcome = await registry.RunAsync("raw", registry.FileOf(content));

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain(reason);
    }
}
