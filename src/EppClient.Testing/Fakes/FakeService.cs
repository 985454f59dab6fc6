using EppClient.Commands;
using EppClient.Testing.Server;
using EppClient.Xml;

namespace EppClient.Testing.Fakes;

/// <summary>The registry behind an <see cref="EppFakeClient"/>: records the commands and responds as the test's expectations say.</summary>
internal sealed class FakeService : IEppService
{
    private readonly Lock _lock = new();
    private readonly List<EppReceivedCommand<IEppCommand>> _received = [];
    private readonly List<IFakeExpectation> _expected = [];
    private readonly List<IFakeExpectation> _allowed = [];
    private readonly Dictionary<string, EppExpectationException> _failures = new(StringComparer.Ordinal);
    private readonly RequestReader _reader;
    private readonly FakeMessageWriter _writer;

    public FakeService(EppProfile profile, TimeProvider time)
    {
        var dialect = new EppXmlDialect { Namespaces = profile.Namespaces, Families = profile.Families, Overlay = profile.Overlay };
        _reader = new RequestReader(profile, dialect);
        _writer = new FakeMessageWriter(profile, dialect, time);
    }

    public FakeQueue Queue { get; } = new();

    public IReadOnlyList<EppReceivedCommand<IEppCommand>> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Everything that did not happen as expected.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_lock)
            {
                return [.. _failures.Values.Select(failure => failure.Message), .. _expected.Select(expectation => expectation.Fault).OfType<string>()];
            }
        }
    }

    public void Expect(IFakeExpectation expectation)
    {
        lock (_lock)
        {
            _expected.Add(expectation);
        }
    }

    public void Allow(IFakeExpectation expectation)
    {
        lock (_lock)
        {
            _allowed.Insert(0, expectation);
        }
    }

    /// <summary>The failure of the command with a transaction id; null if it did not fail.</summary>
    public EppExpectationException? FailureOf(string clientTransactionId)
    {
        lock (_lock)
        {
            return _failures.GetValueOrDefault(clientTransactionId);
        }
    }

    public ValueTask<ServerReply> GetGreetingAsync(ServerSession session, CancellationToken cancellationToken) => new(new ServerReply(_writer.Greeting()));

    public async ValueTask<ServerReply> HandleAsync(ServerSession session, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        // The commands are kept, and parts of them are read from the message on demand.
        var message = _reader.Read(request.ToArray());
        if (message.Command is not { } command)
        {
            return message.Verb switch
            {
                "hello" => new ServerReply(_writer.Greeting()),
                "logout" => new ServerReply(_writer.Response(EppFakeResponse.Success() with { Code = EppResultCode.SuccessEndingSession }, message.ClientTransactionId), CloseAfter: true),
                _ => new ServerReply(_writer.Response(EppFakeResponse.Success(), message.ClientTransactionId)),
            };
        }

        var received = new EppReceivedCommand<IEppCommand>(command, message.Extensions, message.ClientTransactionId);
        try
        {
            return await RespondAsync(received, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The test's own code failed: its conditions, its responses, or their data. The sender gets the exception.
            return Fail(received, e is EppExpectationException known ? known : new EppExpectationException($"The response to {received} could not be created: {e.Message}", e));
        }
    }

    private async ValueTask<ServerReply> RespondAsync(EppReceivedCommand<IEppCommand> received, CancellationToken cancellationToken)
    {
        if (Take(received) is { } expectation)
        {
            var response = await expectation.RespondAsync(received, cancellationToken).ConfigureAwait(false);
            return response.Reply switch
            {
                FakeReply.EndConnection => ServerReply.SilentClose,
                FakeReply.Nothing => default,
                _ => new ServerReply(_writer.Response(response, received.ClientTransactionId), response.Code.IsSessionClosing),
            };
        }

        return received.Command switch
        {
            PollRequest => new ServerReply(Head(received.ClientTransactionId)),
            PollAcknowledge acknowledge => new ServerReply(Acknowledge(acknowledge, received.ClientTransactionId)),
            _ => throw new EppExpectationException(
                $"{received} was not expected. Describe it with {nameof(EppFakeClient.When)} or {nameof(EppFakeClient.Expect)}; if you did, its condition is false or it was received too often."),
        };
    }

    /// <summary>Records a command and finds the expectation that responds to it; null if there is none.</summary>
    private IFakeExpectation? Take(EppReceivedCommand<IEppCommand> received)
    {
        lock (_lock)
        {
            _received.Add(received);
            return _expected.Find(expectation => !expectation.IsExhausted && expectation.TryTake(received)) ?? _allowed.Find(expectation => expectation.TryTake(received));
        }
    }

    private ReadOnlyMemory<byte> Head(string clientTransactionId) => Queue.Peek() is { } queue
        ? _writer.Message(queue.Head, queue.Count, clientTransactionId)
        : _writer.Response(EppFakeResponse.Success() with { Code = EppResultCode.NoMessages, Message = "Command completed successfully; no messages" }, clientTransactionId);

    private ReadOnlyMemory<byte> Acknowledge(PollAcknowledge acknowledge, string clientTransactionId) => _writer.Response(
        Queue.TryAcknowledge(acknowledge.MessageId) ? EppFakeResponse.Success() : EppFakeResponse.Refusal(EppResultCode.ObjectDoesNotExist, "Object does not exist"),
        clientTransactionId);

    private ServerReply Fail(EppReceivedCommand<IEppCommand> received, EppExpectationException failure)
    {
        lock (_lock)
        {
            _failures[received.ClientTransactionId] = failure;
        }

        return new ServerReply(_writer.Response(EppFakeResponse.Refusal(EppResultCode.CommandFailed, failure.Message), received.ClientTransactionId));
    }
}
