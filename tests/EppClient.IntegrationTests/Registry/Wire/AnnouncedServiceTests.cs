using System.Xml.Linq;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>Services that the registry does not offer are refused, and services that a client did not announce are not used in responses (RFC 5730).</summary>
public sealed class AnnouncedServiceTests
{
    private static DkTestRegistry Start() => WireFixture.Start(seed: seed => seed.Domain(
        "signeret.dk",
        DkRegistryFixture.Checked,
        [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2],
        domain => domain with { DsRecords = [new DkDsRecord(12345, 13, 2, new string('A', 64))] }));

    [Theory(Timeout = 30_000)]
    [InlineData]
    [InlineData(RawMessages.SecDns)]
    [InlineData(RawMessages.Dkhm45)]
    [InlineData("urn:dkhm:params:xml:ns:dkhm-4.4")]
    [InlineData(RawMessages.Dkhm45, RawMessages.SecDns)]
    public async Task Response_has_only_extensions_that_the_client_announced(params string[] announced)
    {
        await using var registry = Start();
        await using var client = await RawClient.LoginAsync(registry, registry.User, registry.Password, announced);

        var info = await client.SendAsync(RawMessages.DomainInfo("signeret.dk"));

        info.Code.Should().Be(1000);
        info.Elements("extension").Elements().Select(element => element.Name.NamespaceName).Distinct().Should().BeEquivalentTo(announced);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<lang>fr</lang>", 2102)]
    [InlineData("<lang>en-US</lang>", 2102)]
    [InlineData("<lang>EN</lang>", 1000)]
    [InlineData("<lang>en</lang>", 1000)]
    public async Task Login_in_another_language_is_refused(string language, int code)
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.ConnectAsync(registry);
        await client.ReceiveAsync();

        (await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test").Replace("<lang>en</lang>", language, StringComparison.Ordinal))).Code.Should().Be(code);
    }

    [Fact(Timeout = 30_000)]
    public async Task Login_with_another_version_is_refused()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.ConnectAsync(registry);
        await client.ReceiveAsync();

        (await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test").Replace("<version>1.0</version>", "<version>2.0</version>", StringComparison.Ordinal)))
            .Code.Should().Be(2100);
        (await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test"))).Code.Should().Be(1000);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<fee:check xmlns:fee='urn:ietf:params:xml:ns:epp:fee-1.0'><fee:command name='create'/></fee:check>")]
    [InlineData("<x:more xmlns:x='urn:example:x'/>")]
    public async Task Extension_that_is_not_offered_is_refused(string extension)
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        (await client.SendAsync(RawMessages.Domain("check", "<d:name>ny.dk</d:name>", extension))).Code.Should().Be(2103);
        (await client.SendAsync(RawMessages.Domain("check", "<d:name>ny.dk</d:name>"))).Code.Should().Be(1000);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<info><o:info xmlns:o='urn:ietf:params:xml:ns:epp:org-1.0'><o:id>org-1</o:id></o:info></info>")]
    [InlineData("<info><x:info xmlns:x='urn:example:x'/></info>")]
    public async Task Object_that_is_not_offered_is_refused(string command)
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        (await client.SendAsync(RawMessages.Command(command))).Code.Should().Be(2307);
    }
}
