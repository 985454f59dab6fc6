using System.Text;
using System.Xml.Linq;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.IntegrationTests.Corpus;
using EppClient.IntegrationTests.HostileServers;
using EppClient.TestSupport.Corpus;
using EppClient.Testing.Validation;

namespace EppClient.IntegrationTests.Requests;

/// <summary>The registry's example requests, written with the public API and captured on the wire.</summary>
public sealed class DkRequestTests
{
    private const string Dkhm44 = "urn:dkhm:params:xml:ns:dkhm-4.4";

    /// <summary>Requests without an API because the registry no longer accepts them.</summary>
    private static readonly Dictionary<string, string> Retired = new()
    {
        ["spec-5.2.3/005-domain-create-management-registrant-request.xml"] = "management on the creation of a domain name is refused since 2026-07-01",
    };

    private static readonly Dictionary<string, IEppCommand> Commands =
        DomainRequests.All.Concat(ContactRequests.All).Concat(OtherRequests.All).ToDictionary();

    public static TheoryData<string> Names => [.. Commands.Keys.Order(StringComparer.Ordinal)];

    [SkippableFact]
    public void Every_published_command_that_is_still_accepted_is_tested()
    {
        var published = DkCorpus.Load(DkCorpus.Of(MessageKind.Command)).Select(message => message.Name);

        Commands.Keys.Concat(Retired.Keys).Should().BeEquivalentTo(published);
    }

    [SkippableTheory(Timeout = 30_000)]
    [MemberData(nameof(Names))]
    public async Task Command_is_written_as_published(string name)
    {
        var published = NeutralNames.In(PublishedFaults.FixedIn(DkCorpus.Load(name).Document));
        await using var registry = new RecordingRegistry($"{EppNamespaces.Balance} {EppNamespaces.SecDns} {Dkhm44} {DkNamespaces.Dkhm}");

        var written = await registry.FrameOfAsync(Commands[name], TransactionIdOf(published) ?? MessageMeaning.MadeUpTransactionId);

        EppSchemaValidator.For(DkSchemaProfile.Current).Validate(written).Should().BeEmpty();
        MessageMeaning.Of(written).Should().Be(MessageMeaning.Of(published));
    }

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Names))]
    public async Task Registry_with_the_older_version_gets_only_that_version(string name)
    {
        var command = Commands[name];
        await using var registry = new RecordingRegistry($"{EppNamespaces.Balance} {EppNamespaces.SecDns} {Dkhm44}");

        if (IsUnknownBefore45(command))
        {
            var failure = await Client.FailureOf<EppValidationException>(() => registry.FrameOfAsync(command, "C-1"));
            failure.Message.Should().Contain(Dkhm44).And.MatchRegex("sole_proprietorship|contact_verification|SoleProprietorship|ContactVerification");
            registry.Requests.Should().ContainSingle("only the login was sent");
        }
        else
        {
            var written = await registry.FrameOfAsync(command, "C-1");
            EppSchemaValidator.For(DkSchemaProfile.Current).Validate(written).Should().BeEmpty();
            Encoding.UTF8.GetString(written).Should().NotContain(DkNamespaces.Dkhm);
        }
    }

    [SkippableFact(Timeout = 30_000)]
    public async Task Login_is_written_as_published()
    {
        var published = DkCorpus.Load("spec-5.2.3/002-login-request.xml").Document;
        await using var registry = new RecordingRegistry(
            $"{EppNamespaces.SecDns} {DkNamespaces.Dkhm}", o => o with { ClientId = "EPP-123", Password = "*********" });

        await registry.FrameOfAsync(Commands["spec/008-poll-req-request.xml"], "C-1");

        MessageMeaning.Of(WithMadeUpTransactionId(registry.Requests[0])).Should().Be(MessageMeaning.Of(WithMadeUpTransactionId(published)));
    }

    [SkippableFact(Timeout = 30_000)]
    public async Task Password_change_is_written_as_published()
    {
        var published = XDocument.Parse(Encoding.UTF8.GetString(DkCorpus.Load("spec/003-login-newpw-request.xml").Document.Span));
        await using var registry = new RecordingRegistry(
            DkNamespaces.Dkhm, o => o with { ClientId = "EPP-123", Password = "Test-1234", Login = o.Login with { NewPassword = "1234-Test" } });

        await registry.FrameOfAsync(Commands["spec/008-poll-req-request.xml"], "C-1");

        // The example concatenates several service names by mistake; the next example has the correct ones.
        var services = XDocument.Parse(Encoding.UTF8.GetString(DkCorpus.Load("spec/004-login-request.xml").Document.Span)).Descendants(Epp("svcs")).Single();
        published.Descendants(Epp("svcs")).Single().ReplaceWith(services);
        MessageMeaning.Of(WithMadeUpTransactionId(registry.Requests[0])).Should().Be(MessageMeaning.Of(WithMadeUpTransactionId(Encoding.UTF8.GetBytes(published.ToString()))));
    }

    [SkippableFact(Timeout = 30_000)]
    public async Task Logout_is_written_as_published()
    {
        var published = DkCorpus.Load("spec/006-logout-request.xml").Document;
        var registry = new RecordingRegistry(DkNamespaces.Dkhm);
        await registry.FrameOfAsync(Commands["spec/008-poll-req-request.xml"], "C-1");

        await registry.DisposeAsync();

        MessageMeaning.Of(WithMadeUpTransactionId(registry.Requests[^1])).Should().Be(MessageMeaning.Of(WithMadeUpTransactionId(published)));
    }

    private static bool IsUnknownBefore45(IEppCommand command) => command.Extensions.Any(extension => extension
        is DkContactCreate { SoleProprietorship: not null } or DkContactCreate { ContactVerification: not null }
        or DkContactUpdate { SoleProprietorship: not null } or DkContactUpdate { ContactVerification: not null });

    private static string? TransactionIdOf(ReadOnlyMemory<byte> document) =>
        XDocument.Parse(Encoding.UTF8.GetString(document.Span)).Descendants(Epp("clTRID")).SingleOrDefault()?.Value;

    private static byte[] WithMadeUpTransactionId(ReadOnlyMemory<byte> document)
    {
        var xml = XDocument.Parse(Encoding.UTF8.GetString(document.Span));
        xml.Descendants(Epp("clTRID")).Single().Value = MessageMeaning.MadeUpTransactionId;
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static XName Epp(string localName) => XName.Get(localName, EppNamespaces.Epp);
}
