

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>The output of each verb against the embedded registry, for people and for programs.</summary>
public sealed class VerbTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact(Timeout = 60_000)]
    public async Task Hello_shows_the_greeting_without_an_account()
    {
        var outcome = await ConsoleCall.RunAsync(
            null, "hello", "--host", registry.Registry.Host, "--port", $"{registry.Registry.Port}", "--ca", registry.FileOf(registry.Registry.Server.ExportCaPem(), ".pem"));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().Contain("server").And.Contain("urn:ietf:params:xml:ns:domain-1.0").And.Contain("1.0");
        outcome.Error.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Login_shows_the_negotiated_services()
    {
        var outcome = await registry.RunAsync("login", "--json");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Documents.Should().ContainSingle().Which.GetProperty("extensions").EnumerateArray().Select(uri => uri.GetString()).Should().Contain("urn:dkhm:params:xml:ns:dkhm-4.5");
    }

    [Fact(Timeout = 60_000)]
    public async Task Check_of_domains_prints_one_document_per_domain()
    {
        var outcome = await registry.RunAsync("check", "domain", RegistryFixture.Domain, "ledig.dk", "--json");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Documents.Select(item => (item.GetProperty("name").GetString(), item.GetProperty("free").GetBoolean()))
            .Should().Equal((RegistryFixture.Domain, false), ("ledig.dk", true));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("host", RegistryFixture.Host)]
    [InlineData("contact", RegistryFixture.Contact)]
    public async Task Check_of_other_objects_shows_availability(string kind, string name)
    {
        var outcome = await registry.RunAsync("check", kind, name);

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().MatchRegex($@"name +free").And.MatchRegex($@"{name} +no");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("domain", RegistryFixture.Domain, "nameServers", "registrant")]
    [InlineData("host", RegistryFixture.Host, "status", "sponsor")]
    [InlineData("contact", RegistryFixture.Contact, "loc", "name", "sponsor")]
    public async Task Info_shows_an_object(string kind, string name, params string[] fields)
    {
        var outcome = await registry.RunAsync("info", kind, name);

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Output.Should().Contain(name).And.ContainAll(fields).And.MatchRegex("code +1000").And.Contain("svTRID");
    }

    [Fact(Timeout = 60_000)]
    public async Task Balance_is_shown()
    {
        var outcome = await registry.RunAsync("balance", "--json");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Documents.Should().ContainSingle().Which.GetProperty("balance").GetDecimal().Should().Be(1000m);
    }

    [Fact(Timeout = 60_000)]
    public async Task Poll_acknowledges_the_message_only_with_ack()
    {
        registry.Registry.Registry.ReportBouncedEmail(RegistryFixture.Contact, "failed");

        var first = await registry.RunAsync("poll", "--json");
        var again = await registry.RunAsync("poll", "--ack", "--json");

        first.Documents.Should().ContainSingle(first.ToString());
        again.ExitCode.Should().Be(0, again.Error);
        again.Documents.Should().HaveCount(2);
        again.Documents[0].GetProperty("id").GetString().Should().Be(first.Documents[0].GetProperty("id").GetString());
        again.Documents[1].GetProperty("acknowledged").GetString().Should().Be(first.Documents[0].GetProperty("id").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task Client_certificate_is_read_from_a_pem_file()
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=client", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = registry.FileOf(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), ".pem");

        var outcome = await registry.RunAsync("login", "--client-cert", file);

        outcome.ExitCode.Should().Be(0, outcome.Error);
    }
}
