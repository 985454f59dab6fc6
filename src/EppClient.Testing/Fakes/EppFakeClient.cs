using System.Runtime.CompilerServices;
using EppClient.Testing.Server;
using EppClient.Xml;
using Polly;

namespace EppClient.Testing.Fakes;

/// <summary>
/// A client for unit tests, in any test framework: your test says which commands it expects and what the registry responds. Commands are validated as by a pool,
/// and responses and failures are those of a pool, because there is one: it is connected to a registry in the process that knows nothing but your test's
/// expectations.
/// </summary>
/// <remarks>
/// <para>A command that is not expected throws an <see cref="EppExpectationException"/>. Poll requests and acknowledgments need no expectation: they read the queue
/// that <see cref="Enqueue"/> fills.</para>
/// <para>A command is received once: it is not retried, except after 2002 on a session that was open before, as a pool does. Thread-safe.</para>
/// </remarks>
/// <example>
/// <code>
/// using EppClient.Testing.Fakes;
///
/// await using var client = EppFakeClient.Start();
/// client.When&lt;DomainInfo&gt;().Respond(info => EppFakeResponse.Success(
///     new DomainInfoResult { Name = info.Command.Name, Roid = "D1-EX", SponsoringClientId = "REG-1", ExpiryDate = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) }));
/// client.Expect&lt;DomainRenew&gt;(renew => renew.Command.Period == 1);
///
/// // Run the code under test with the client, then:
/// client.Verify();
/// </code>
/// </example>
public sealed class EppFakeClient : IEppClient, IAsyncDisposable
{
    // Creating certificates takes longer than most tests.
    private static readonly Lazy<EppTestCertificates> Certificates = new(EppTestCertificates.Create);

    private readonly FakeService _service;
    private readonly EppTestServer _server;
    private readonly TimeProvider _time;

    private EppFakeClient(EppFakeClientOptions options)
    {
        _time = options.TimeProvider;
        var profile = options.Profile with { Limits = options.Profile.Limits with { Rates = [] }, ReconciliationDelay = TimeSpan.Zero };
        _service = new FakeService(profile, _time);
        _server = EppTestServer.Start(_service, new EppTestServerOptions { Certificates = Certificates.Value });
        var pool = new EppOptions
        {
            Host = _server.Host,
            Port = _server.Port,
            ClientId = "REG-1",
            Password = "fake-password",
            Profile = profile,
            Tls = new EppTlsOptions { TrustedRoots = [_server.CaCertificate] },
            Pool = new EppPoolOptions
            {
                // A test may advance the clock by years.
                KeepAliveInterval = Timeout.InfiniteTimeSpan,
                IdleLifetime = Timeout.InfiniteTimeSpan,
                MaxSessionAge = Timeout.InfiniteTimeSpan,
                MinReconnectDelay = TimeSpan.FromMilliseconds(1),
            },
            Recovery = new EppRecoveryOptions { RetryPipeline = ResiliencePipeline.Empty },
        };
        Pool = new EppSessionPool(options.ConfigurePool?.Invoke(pool) ?? pool, loggerFactory: null, _time);
    }

    /// <summary>
    /// The pool, for code that needs the type, such as bulk jobs. If it sends an unexpected command, the response is 2400 and <see cref="Verify"/> throws.
    /// </summary>
    public EppSessionPool Pool { get; }

    /// <summary>All commands that were received, in order, including polls and the queries of reconciliation. Commands that failed their validation were not sent.</summary>
    public IReadOnlyList<EppReceivedCommand<IEppCommand>> Commands => _service.Received;

    /// <summary>The number of messages in the queue that are not acknowledged.</summary>
    public int QueuedMessageCount => _service.Queue.Count;

    /// <summary>Creates a client. It connects when the first command is sent.</summary>
    /// <param name="options">The options. Default: null, the defaults.</param>
    /// <returns>The client.</returns>
    /// <exception cref="EppOptionsException">An option that <see cref="EppFakeClientOptions.ConfigurePool"/> set is invalid.</exception>
    public static EppFakeClient Start(EppFakeClientOptions? options = null) => new(options ?? new EppFakeClientOptions());

    /// <summary>Describes commands that may be received any number of times, also never. If several descriptions match a command, the latest responds.</summary>
    /// <typeparam name="TCommand">The type of the command, such as <c>DomainInfo</c>; an interface such as <see cref="IEppUpdateCommand"/> for several types.</typeparam>
    /// <param name="matches">The condition. Default: null, all commands of the type.</param>
    /// <param name="condition">The text of the condition, for errors; the compiler passes it.</param>
    /// <returns>The description, on which the response is set.</returns>
    public EppFakeExpectation<TCommand> When<TCommand>(
        Func<EppReceivedCommand<TCommand>, bool>? matches = null, [CallerArgumentExpression(nameof(matches))] string? condition = null)
        where TCommand : IEppCommand
    {
        var expectation = new EppFakeExpectation<TCommand>(matches, condition, times: null);
        _service.Allow(expectation);
        return expectation;
    }

    /// <summary>
    /// Describes a command that has to be received. Expectations are used in the order in which they were made, and before the descriptions of <see cref="When"/>;
    /// commands may be received in another order.
    /// </summary>
    /// <typeparam name="TCommand">The type of the command.</typeparam>
    /// <param name="matches">The condition. Default: null, all commands of the type.</param>
    /// <param name="times">How often the command has to be received; at least 1. Default: once.</param>
    /// <param name="condition">The text of the condition, for errors; the compiler passes it.</param>
    /// <returns>The expectation, on which the response is set.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public EppFakeExpectation<TCommand> Expect<TCommand>(
        Func<EppReceivedCommand<TCommand>, bool>? matches = null, int times = 1, [CallerArgumentExpression(nameof(matches))] string? condition = null)
        where TCommand : IEppCommand
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var expectation = new EppFakeExpectation<TCommand>(matches, condition, times);
        _service.Expect(expectation);
        return expectation;
    }

    /// <summary>Puts a message into the queue. It stays there until it is acknowledged.</summary>
    /// <param name="text">The text of the message.</param>
    /// <param name="data">The data of the message, such as a <c>DomainPendingActionResult</c>.</param>
    /// <returns>The id of the message.</returns>
    public string Enqueue(string text, params IReadOnlyList<IEppElement> data)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(data);
        return _service.Queue.Enqueue(_time.GetUtcNow(), text, data);
    }

    /// <summary>Gets the received commands of a type, in order.</summary>
    /// <typeparam name="TCommand">The type.</typeparam>
    public IReadOnlyList<EppReceivedCommand<TCommand>> Received<TCommand>()
        where TCommand : IEppCommand => [.. Commands.Select(command => command.As<TCommand>()).OfType<EppReceivedCommand<TCommand>>()];

    /// <summary>Checks that all expected commands were received, and no others.</summary>
    /// <exception cref="EppExpectationException">They were not; the message lists each difference.</exception>
    public void Verify()
    {
        if (_service.Faults is { Count: > 0 } faults)
        {
            throw new EppExpectationException(string.Join(Environment.NewLine, faults));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="EppExpectationException">The command was not expected, or the test's response to it is invalid.</exception>
    public async Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken)
    {
        var response = await Pool.SendCoreAsync(command, options, cancellationToken).ConfigureAwait(false);
        return response.Code == EppResultCode.CommandFailed && response.ClientTransactionId is { } id && _service.FailureOf(id) is { } failure
            ? throw new EppExpectationException(failure.Message, failure.InnerException ?? failure)
            : response;
    }

    /// <summary>Ends all sessions. Commands that are still outstanding fail.</summary>
    public async ValueTask DisposeAsync()
    {
        // No logout: a session may wait for a response that is withheld, by a clock that does not advance.
        _server.AbortConnections();
        await Pool.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
