using System.Text;
using EppClient.Commands;
using EppClient.Polling;
using EppClient.Testing.Server;

namespace EppClient.Stores.Tests.Polling;

/// <summary>Messages that are not well-formed XML, against a real server: they neither block the queue nor require a login each.</summary>
public sealed class UnreadableMessageTests : PollQueueTestBase
{
    private readonly List<string> _handled = [];
    private readonly RecordingInbox _inbox = new();

    public static TheoryData<string, string> Damages => new()
    {
        { "control character", "a control character U+000C" },
        { "reference", "a reference to the control character U+000C" },
        { "ampersand", "a '&' that does not begin a reference" },
        { "prefix", "the undeclared prefix obj" },
        { "Latin 1", "the byte 0xE6, which is not UTF-8" },
        { "unknown encoding", "the encoding windows-1251 is unknown" },
        { "truncated", "the end of the document" },
    };

    public UnreadableMessageTests() => _inbox.Acknowledged = () => Service.Acknowledged;

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Damages))]
    public async Task Message_is_dead_lettered_in_full_before_it_is_acknowledged_and_polling_continues(string kind, string reason)
    {
        Service.Enqueue("1", "2", "3");
        byte[]? sent = null;
        Service.Damage = (id, document) => id == "2" ? sent = Damage(kind, document) : Encoding.UTF8.GetBytes(document);
        var consumer = Consumer();

        (await consumer.DrainAsync(HandleAsync)).Should().Be(2);

        _handled.Should().Equal("1", "3");
        Service.Acknowledged.Should().Equal("1", "2", "3");
        _inbox.AcknowledgedWhenDeadLettered.Should().Equal("1");
        var deadLetter = (await consumer.ReadDeadLettersAsync()).Should().ContainSingle().Subject;
        deadLetter.Key.MessageId.Should().Be("2");
        deadLetter.Reason.Should().Contain(reason).And.NotContain("Message 2");
        deadLetter.Document.ToArray().Should().Equal(sent);
        Service.Logins.Should().Be(1, "the session is still synchronized");
    }

    [Fact(Timeout = 60_000)]
    public async Task Requested_message_has_its_id_its_document_and_the_error()
    {
        Service.Enqueue("1");
        Service.Damage = (_, document) => Damage("control character", document);

        var message = await Pool.PollAsync();
        await Pool.AcknowledgeAsync(message!);

        message!.Id.Should().Be("1");
        message.XmlFault!.LooksLike.Should().Be("a control character U+000C");
        message.Response.Code.Should().Be(EppClient.EppResultCode.MessageFollows);
        Encoding.UTF8.GetString(message.Response.Document!.Value.Span).Should().Contain("Message\f1");
        (await Pool.PollAsync()).Should().BeNull();
        Service.Logins.Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_is_passed_to_the_handler_with_Handle()
    {
        Service.Enqueue("1", "2");
        Service.Damage = (id, document) => id == "1" ? Damage("ampersand", document) : Encoding.UTF8.GetBytes(document);
        List<EppXmlFault?> faults = [];

        var count = await Consumer(Options with { Unreadable = EppUnreadableMessages.Handle }).DrainAsync((delivery, token) =>
        {
            faults.Add(delivery.Message.XmlFault);
            return HandleAsync(delivery, token);
        });

        count.Should().Be(2);
        faults[0].Should().NotBeNull();
        faults[1].Should().BeNull();
        Service.Acknowledged.Should().Equal("1", "2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Loop_ends_and_the_message_stays_in_the_queue_with_Stop()
    {
        Service.Enqueue("1", "2");
        Service.Damage = (_, document) => Damage("control character", document);
        var consumer = Consumer(Options with { Unreadable = EppUnreadableMessages.Stop });

        var failure = (await consumer.Invoking(c => c.RunAsync(HandleAsync, CancellationToken.None)).Should().ThrowAsync<EppUnreadableMessageException>()).Which;

        failure.Key!.MessageId.Should().Be("1");
        failure.XmlFault!.LooksLike.Should().Contain("U+000C");
        Encoding.UTF8.GetString(failure.GetDocument()!.Value.Span).Should().Contain("Message\f1");
        failure.ToString().Should().NotContain("Message\f1");
        Service.Acknowledged.Should().BeEmpty();
        (await consumer.ReadDeadLettersAsync()).Should().BeEmpty();
        var entry = await _inbox.ReceiveAsync(failure.Key, Service.QueuedAt, default);
        entry.Tries.Should().Be(1, "the message was not passed to a handler");
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_whose_acknowledgement_is_lost_is_recognized_when_it_is_redelivered()
    {
        Service.Enqueue("1", "2");
        Service.Damage = (id, document) => id == "1" ? Damage("control character", document) : Encoding.UTF8.GetBytes(document);
        _inbox.DeadLetters = () => Server.InjectFault(EppServerFault.LoseCommand);

        await Consumer().DrainAsync(HandleAsync);

        _handled.Should().Equal("2");
        Service.Acknowledged.Should().Equal("1", "2");
        (await Consumer().ReadDeadLettersAsync()).Should().ContainSingle();
    }

    [Fact(Timeout = 60_000)]
    public async Task Loop_backs_off_on_one_session_and_reports_a_head_without_an_id()
    {
        Service.Enqueue("1");
        Service.Damage = (_, _) => "<html><body>Down<br></body></html>"u8.ToArray();
        var consumer = Consumer();
        using var stop = new CancellationTokenSource();

        var running = consumer.RunAsync(HandleAsync, stop.Token);
        await Service.WhenRequestedAsync(20);
        var status = consumer.Status!;
        await stop.CancelAsync();

        await running.Invoking(r => r).Should().ThrowAsync<OperationCanceledException>();
        status.IsBlocked.Should().BeTrue();
        status.Failure!.Message.Should().Contain("an HTML page");
        Service.Logins.Should().Be(1);
        Service.Acknowledged.Should().BeEmpty();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("<html><body>Down<br></body></html>")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response><result code='1301'><msg>x</msg></result><msgQ count='1'/></response></epp>")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response/></epp>")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.1'><response><result code='1301'><msg>x</msg></result><msgQ count='1' id='1'/></response></epp>")]
    public async Task Draining_ends_with_an_error_if_the_head_cannot_be_acknowledged(string document)
    {
        Service.Enqueue("1");
        Service.Damage = (_, _) => Encoding.UTF8.GetBytes(document);

        var failure = (await Consumer().Invoking(c => c.DrainAsync(HandleAsync)).Should().ThrowAsync<EppUnreadableMessageException>()).Which;

        failure.Key.Should().BeNull();
        failure.Message.Should().Contain("is blocked");
        Service.Requests.Should().Be(Options.MaxTries);
        Service.Logins.Should().Be(1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><greeting><svID>x</svID></greeting></epp>")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response><result code='1301'><msg>x</msg></result><msgQ count='1' id='1'/><trID><clTRID>ANOTHER</clTRID><svTRID>S</svTRID></trID></response></epp>")]
    public async Task Draining_ends_if_the_responses_belong_to_other_requests(string document)
    {
        Service.Enqueue("1");
        Service.Damage = (_, _) => Encoding.UTF8.GetBytes(document);

        var failure = (await Consumer().Invoking(c => c.DrainAsync(HandleAsync)).Should().ThrowAsync<EppUnreadableMessageException>()).Which;

        failure.Message.Should().Contain("is blocked");
        Service.Requests.Should().Be(Options.MaxTries);

        // The session is out of sync after each of them.
        Service.Logins.Should().Be(Options.MaxTries);
    }

    [Fact(Timeout = 60_000)]
    public async Task Polling_continues_when_the_head_can_be_read_again()
    {
        Service.Enqueue("1");
        var requested = 0;
        Service.Damage = (_, document) => ++requested < 4 ? "Service unavailable"u8.ToArray() : Encoding.UTF8.GetBytes(document);

        (await Consumer().DrainAsync(HandleAsync)).Should().Be(1);

        _handled.Should().Equal("1");
        Service.Logins.Should().Be(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Dead_letter_can_be_handled_by_hand_later()
    {
        Service.Enqueue("1");
        Service.Damage = (_, document) => Damage("control character", document);
        var consumer = Consumer();
        await consumer.DrainAsync(HandleAsync);
        var deadLetter = (await consumer.ReadDeadLettersAsync())[0];

        (await consumer.RetryDeadLetterAsync(deadLetter.Key, HandleAsync)).Should().BeTrue();

        _handled.Should().Equal("1");
        PollMessage.Read(deadLetter.Document, Pool.Options.Profile).XmlFault.Should().NotBeNull();
        (await consumer.ReadDeadLettersAsync()).Should().BeEmpty();
    }

    private static byte[] Damage(string kind, string document) => kind switch
    {
        "control character" => Encoding.UTF8.GetBytes(document.Replace("Message ", "Message\f", StringComparison.Ordinal)),
        "reference" => Encoding.UTF8.GetBytes(document.Replace("Message ", "Message&#12;", StringComparison.Ordinal)),
        "ampersand" => Encoding.UTF8.GetBytes(document.Replace("Message ", "Message & ", StringComparison.Ordinal)),
        "prefix" => Encoding.UTF8.GetBytes(document.Replace("</msgQ>", "</msgQ><resData><obj:data/></resData>", StringComparison.Ordinal)),
        "Latin 1" => Encoding.Latin1.GetBytes(document.Replace("Message ", "Message \u00E6", StringComparison.Ordinal)),
        "unknown encoding" => Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + document.Replace("Message ", "Message \u00E6", StringComparison.Ordinal)),
        _ => Encoding.UTF8.GetBytes(document[..document.IndexOf("Message ", StringComparison.Ordinal)]),
    };

    private EppPollConsumer Consumer(EppPollConsumerOptions? options = null) => new(Pool, _inbox, options ?? Options);

    private Task HandleAsync(EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        _handled.Add(delivery.Message.Id);
        return Task.CompletedTask;
    }

    /// <summary>Records which messages were acknowledged when a message was dead-lettered.</summary>
    private sealed class RecordingInbox : IEppPollInbox
    {
        private readonly EppMemoryPollInbox _inner = new();

        public Func<IReadOnlyList<string>> Acknowledged { get; set; } = () => [];

        public Action DeadLetters { get; set; } = () => { };

        public IReadOnlyList<string> AcknowledgedWhenDeadLettered { get; private set; } = [];

        public ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken) => _inner.ReceiveAsync(key, receivedAt, cancellationToken);

        public ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken) => _inner.RevertTryAsync(key, cancellationToken);

        public ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken) => _inner.BeginAsync(key, handledAt, cancellationToken);

        public async ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken)
        {
            await _inner.DeadLetterAsync(message, cancellationToken);
            AcknowledgedWhenDeadLettered = Acknowledged();
            DeadLetters();
        }

        public ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken) => _inner.ReadDeadLettersAsync(account, cancellationToken);

        public ValueTask<int> CountDeadLettersAsync(string account, CancellationToken cancellationToken) => _inner.CountDeadLettersAsync(account, cancellationToken);

        public ValueTask<EppDeadLetter?> FindDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken) => _inner.FindDeadLetterAsync(key, cancellationToken);

        public ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken) => _inner.DeleteDeadLetterAsync(key, droppedAt, cancellationToken);

        public ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken) => _inner.PruneAsync(account, handledBefore, cancellationToken);
    }
}
