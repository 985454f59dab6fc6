using System.Text;
using EppClient.Authentication;
using EppClient.Dk.Testing.Protocol;
using EppClient.Protocol;
using EppClient.TestSupport.Corpus;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>Every message that the .dk registry published is read completely and written again with the same meaning.</summary>
public sealed class DkCorpusTests
{
    /// <summary>Messages with content that the registry and this library no longer support; they are read as raw XML.</summary>
    private static readonly string[] Withdrawn =
    [
        "spec-5.2.3/013-domain-withdraw-request.xml",
        "spec-5.2.3/014-domain-withdraw-response.xml",
        "xsd-repo/withdraw_domain.xml",
        "xsd-repo/withdraw_domain_dkhm.xml",
    ];

    public static TheoryData<string> WellFormed => [.. DkCorpus.WellFormed];

    public static TheoryData<string> Requests =>
        [.. DkCorpus.Of(MessageKind.Hello, MessageKind.Login, MessageKind.Logout, MessageKind.Command).Except(Withdrawn)];

    public static TheoryData<string> Responses => [.. DkCorpus.Of(MessageKind.Response)];

    public static TheoryData<string> NotWellFormed => [.. DkCorpus.NotWellFormed];

    [SkippableFact]
    public void Every_published_message_is_tested()
    {
        DkCorpus.Load(DkCorpus.WellFormed).Should().HaveCount(121);
        DkCorpus.Load(DkCorpus.NotWellFormed).Should().HaveCount(5);
        DkCorpus.Load(DkCorpus.Of(Enum.GetValues<MessageKind>())).Should().HaveCount(121);
        DkCorpus.Load(DkCorpus.Of(MessageKind.NotWellFormed, MessageKind.Other)).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(WellFormed))]
    public void Published_message_is_read_completely(string name)
    {
        var message = DkCorpus.Load(name);

        object content = message.Kind switch
        {
            MessageKind.Greeting => MessageReader.ReadGreeting(message.Document, EppXmlDialect.Standard),
            MessageKind.Response => DkWire.ReadResponse(message.Document),
            _ => DkWire.ReadRequest(message.Document),
        };

        if (!Withdrawn.Contains(name))
        {
            RawElements.In(content).Select(raw => raw.ToString()).Should().BeEmpty();
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Requests))]
    public void Published_request_is_written_again_with_the_same_meaning(string name)
    {
        var document = PublishedFaults.FixedIn(DkCorpus.Load(name).Document);
        var command = DkWire.ReadRequest(document);

        var written = command.Kind == ServerCommandKind.Login ? LoginOf(command) : Replay.Request(command, DkWire.Current);

        DkWire.Validator.Validate(written).Should().BeEmpty();
        MessageMeaning.Of(written).Should().Be(MessageMeaning.Of(document));
    }

    [SkippableTheory]
    [MemberData(nameof(Responses))]
    public void Published_response_is_written_again_with_the_same_meaning(string name)
    {
        var message = DkCorpus.Load(name);

        var written = Replay.Response(DkWire.ReadResponse(message.Document), DkWire.Current);

        DkWire.Validator.Validate(written).Should().BeEmpty();
        MessageMeaning.Of(written).Should().Be(MessageMeaning.Of(message.Document));
    }

    [SkippableTheory]
    [InlineData("urn:dkhm:params:xml:ns:dkhm-4.0")]
    [InlineData("urn:dkhm:params:xml:ns:dkhm-4.4")]
    [InlineData("urn:dkhm:params:xml:ns:dkhm-5.12")]
    public void Responses_in_every_dkhm_version_are_read_the_same(string version)
    {
        foreach (var message in DkCorpus.Load(DkCorpus.Of(MessageKind.Response)))
        {
            var text = Encoding.UTF8.GetString(message.Document.Span).Replace("urn:dkhm:params:xml:ns:dkhm-4.5", version, StringComparison.Ordinal);

            var content = DkWire.ReadResponse(Encoding.UTF8.GetBytes(text));

            MessageMeaning.Of(Replay.Response(content, DkWire.Current)).Should().Be(MessageMeaning.Of(message.Document), message.Name);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(NotWellFormed))]
    public void Message_that_does_not_parse_is_a_protocol_error_without_its_text(string name)
    {
        var message = DkCorpus.Load(name);

        var act = () =>
        {
            _ = name.Contains("request", StringComparison.Ordinal) ? (object)DkWire.ReadRequest(message.Document) : DkWire.ReadResponse(message.Document);
        };

        var failure = act.Should().Throw<EppProtocolException>().Which;
        failure.Message.Should().MatchRegex("not well-formed XML: line [0-9]+, position [0-9]+");
        Sensitive.LeaksIn(failure.Message + failure.InnerException?.Message, Sensitive.TextsOf(message.Document)).Should().BeEmpty();
    }

    private static ReadOnlyMemory<byte> LoginOf(ServerCommand command)
    {
        var login = command.Login!;
        var services = new EppServices
        {
            ObjectUris = [.. login.Services.Where(uri => !uri.Contains("dkhm", StringComparison.Ordinal) && !uri.Contains("secDNS", StringComparison.Ordinal))],
            ExtensionUris = [.. login.Services.Where(uri => uri.Contains("dkhm", StringComparison.Ordinal) || uri.Contains("secDNS", StringComparison.Ordinal))],
            Dialect = DkWire.Current,
        };
        return MessageWriter.Login(new LoginCommand(login.User!, login.Password!, login.NewPassword, "en", services), DkWire.Current, command.ClientTransactionId!);
    }
}
