namespace EppClient.IntegrationTests.Registry.Wire;

public sealed class CorpusTests
{
    [SkippableTheory(Timeout = 30_000)]
    [MemberData(nameof(Corpus.Requests), MemberType = typeof(Corpus))]
    public async Task Published_request_gets_a_valid_response(string name)
    {
        Skip.IfNot(Corpus.IsPresent, "The published messages are not available on this machine.");
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var reply = await client.SendAsync(Corpus.Read(name));

        reply.Code.Should().BeInRange(1000, 2308);
    }

    [SkippableTheory(Timeout = 30_000)]
    [InlineData("spec/008-poll-req-request.xml", 1300)]
    [InlineData("spec/010-poll-ack-request.xml", 2303)]
    [InlineData("spec/013-balance-info-request.xml", 1000)]
    [InlineData("spec/015-domain-create-request.xml", 2004)]
    [InlineData("spec/021-domain-check-request.xml", 1000)]
    [InlineData("spec/028-domain-renew-request.xml", 2303)]
    [InlineData("spec/030-domain-update-empty-request.xml", 1000)]
    [InlineData("spec/035-domain-update-add-ns-request.xml", 1001)]
    [InlineData("spec/038-domain-update-add-contact-request.xml", 2306)]
    [InlineData("spec/041-domain-update-add-ds-request.xml", 2303)]
    [InlineData("spec/042-domain-update-set-authinfo-request.xml", 1000)]
    [InlineData("spec/044-domain-delete-request.xml", 1001)]
    [InlineData("spec/046-domain-restore-request.xml", 2201)]
    [InlineData("spec/050-domain-transfer-request.xml", 2302)]
    [InlineData("spec/052-contact-create-request.xml", 1000)]
    [InlineData("spec/054-contact-check-request.xml", 1000)]
    [InlineData("spec/060-host-create-request.xml", 2005)]
    [InlineData("spec/075-nis2-contact-create-sole-proprietorship-request.xml", 1000)]
    [InlineData("spec/077-nis2-contact-create-verified-request.xml", 1000)]
    [InlineData("spec-5.2.3/017-contact-delete-request.xml", 2101)]
    public async Task Published_request_gets_the_code_that_the_rules_require(string name, int code)
    {
        Skip.IfNot(Corpus.IsPresent, "The published messages are not available on this machine.");
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        (await client.SendAsync(Corpus.Read(name))).Code.Should().Be(code);
    }
}
