using System.Globalization;
using EppClient.Dk.Testing.Protocol;
using EppClient.Protocol;
using EppClient.TestSupport.Corpus;
using EppClient.Testing.Validation;
using EppClient.Xml;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>Messages of many registries and of the RFCs, read and written with the standard profile.</summary>
public sealed class WideCorpusTests(ITestOutputHelper output)
{
    private static readonly EppSchemaSet Schemas = new(EppProfiles.Standard.Schemas);

    private static readonly HashSet<string> KnownNamespaces = [EppNamespaces.Epp, .. EppProfiles.Standard.Schemas.Select(schema => schema.NamespaceUri)];

    private static readonly EppSchemaValidator Validator = EppSchemaValidator.For(EppSchemaProfile.Standard, EppWildcards.Lax);

    /// <summary>Requests with content that the commands do not support, and the reasons.</summary>
    private static readonly Dictionary<string, string> NotWrittenAgain = new()
    {
        ["epp-go/commands_hello.xml"] = "text inside hello, which has no content",
        ["epp-go/server_test-001.xml"] = "text inside hello, which has no content",
        ["google-nomulus/flows_poll_poll_with_id.xml"] = "a message ID in a poll request, which RFC 5730, section 2.9.2.3 does not allow",
    };

    private static readonly Dictionary<string, string> Refused = new()
    {
        ["google-nomulus/flows_poll_poll_ack_missing_id.xml"] = "an acknowledgement without the id of the message",
    };

    [SkippableFact]
    public void Every_message_is_read_and_known_elements_are_typed()
    {
        List<string> failures = [];
        var (read, invalid, raw) = (0, 0, 0);
        foreach (var message in WideCorpus.Load())
        {
            invalid += Validator.Validate(message.Document).Count > 0 ? 1 : 0;
            try
            {
                var unknown = RawElements.In(Read(message));
                failures.AddRange(unknown.Where(element => KnownNamespaces.Contains(element.NamespaceUri)).Select(element => $"{message}: {element} was not known"));
                raw += unknown.Count;
                read++;
            }
            catch (EppProtocolException e)
            {
                failures.Add($"{message}: {e.Message}");
            }
        }

        Report($"{read} messages read, {invalid} of them invalid by our schemas; {raw} elements of other schemas kept as XML.");
        failures.Should().BeEmpty();
        read.Should().BeGreaterThan(800);
    }

    [SkippableFact]
    public void Every_valid_request_is_written_again_with_the_same_meaning()
    {
        var requests = WideCorpus.Load()
            .Where(message => message.Kind is MessageKind.Command or MessageKind.Hello or MessageKind.Logout)
            .Where(message => Validator.Validate(message.Document).Count == 0 && !HasGenericObject(message))
            .ToList();

        var refused = requests.Where(message => Record.Exception(() => Rewritten(message)) is EppValidationException).ToList();
        var different = requests.Except(refused).Where(message => MessageMeaning.Of(Rewritten(message)) != MessageMeaning.Of(message.Document)).Select(message => message.Name).ToList();

        Report($"{requests.Count} valid requests written again, {different.Count} with another meaning; {refused.Count} refused.");
        different.Should().BeEquivalentTo(NotWrittenAgain.Keys);
        refused.Select(message => message.Name).Should().BeEquivalentTo(Refused.Keys);
        requests.Should().HaveCountGreaterThan(400);
    }

    [SkippableFact]
    public void Every_response_with_one_plain_result_is_written_again_with_the_same_meaning()
    {
        var responses = WideCorpus.Load()
            .Where(message => message.Kind == MessageKind.Response && Validator.Validate(message.Document).Count == 0)
            .Select(message => (message.Name, message.Document, Content: ReadResponse(message)))
            .Where(response => IsPlain(response.Content))
            .ToList();

        var different = responses
            .Where(response => MessageMeaning.Of(Replay.Response(response.Content, EppXmlDialect.Standard)) != MessageMeaning.Of(response.Document))
            .Select(response => response.Name)
            .ToList();

        Report($"{responses.Count} valid responses written again, {different.Count} with another meaning.");
        different.Should().BeEmpty();
        responses.Should().HaveCountGreaterThan(250);
    }

    private static ReadOnlyMemory<byte> Rewritten(CorpusMessage message) => Replay.Request(ReadRequest(message), EppXmlDialect.Standard);

    private static object Read(CorpusMessage message) => message.Kind switch
    {
        MessageKind.Greeting => MessageReader.ReadGreeting(message.Document, EppXmlDialect.Standard),
        MessageKind.Response => ReadResponse(message),
        _ => ReadRequest(message),
    };

    private static EppResponseContent ReadResponse(CorpusMessage message) => MessageReader.ReadResponse(message.Document, EppXmlDialect.Standard, Schemas);

    private static ServerCommand ReadRequest(CorpusMessage message) => CommandReader.Read(message.Document, EppXmlDialect.Standard, Schemas);

    /// <summary>RFC 5730 uses objects of a namespace without a schema in its examples.</summary>
    private static bool HasGenericObject(CorpusMessage message) => message.Name.StartsWith("rfc-generic-object/", StringComparison.Ordinal) && message.Kind == MessageKind.Command;

    /// <summary>Whether the writer of the test server, which supports the responses of a .dk registry, can write it.</summary>
    private static bool IsPlain(EppResponseContent content) =>
        content.Results is [{ Values.Count: 0, Language: "en" }] && (content.MessageQueue is null || IsPlain(content.MessageQueue));

    private static bool IsPlain(EppQueueInfo queue) =>
        long.TryParse(queue.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && queue is { Language: "en", Message: null or { Xml: null } }
        && queue.Message?.Text.Contains('\n', StringComparison.Ordinal) is not true;

    private void Report(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
