using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>
/// Requests and responses of one session, as frames. RFC 5734, section 3: a server responds in the order of the requests, so the n-th response belongs
/// to the n-th request. Any number of callers may send concurrently; up to the depth of the settings are in flight, the others queue. A request that
/// ends without its response ends the session, because the outstanding response would be matched to the next request.
/// </summary>
internal sealed partial class SessionChannel : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly EppConnection _connection;
    private readonly ChannelSettings _settings;
    private readonly EppFrameReader _reader;
    private readonly EppFrameWriter _writer;

    // Never disposed: it has no timer, and the code that ends the session may still be cancelling it.
    private readonly CancellationTokenSource _abort = new();
    private readonly Queue<PendingRequest> _unwritten = new();
    private readonly Queue<PendingRequest> _awaitingResponse = new();
    private readonly FrameRequest _greeting;
    private readonly ITimer _timer;
    private readonly TaskCompletionSource _readingStopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Task> _closing;
    private bool _greetingTaken;
    private long _exchanges;
    private long _mostExchanges = long.MaxValue;
    private Exception? _fault;

    public SessionChannel(string id, EppConnection connection, ChannelSettings settings)
    {
        Id = id;
        _connection = connection;
        _settings = settings;
        _reader = new EppFrameReader(connection.Input, settings.Frames.MaxIncomingBytes);
        _writer = new EppFrameWriter(connection.Output, settings.Frames.MaxOutgoingBytes);
        _greeting = new FrameRequest(default, Deadline.None);
        _awaitingResponse.Enqueue(_greeting);
        _closing = new Lazy<Task>(CloseAsync);

        // The timer and the read loop outlive the call that opens the session, so they must not capture its execution context.
        using (ExecutionContext.SuppressFlow())
        {
            _timer = settings.Time.CreateTimer(static state => ((SessionChannel)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _ = ReadResponsesAsync();
        }
    }

    /// <summary>The id of the session in logs.</summary>
    public string Id { get; }

    /// <summary>The protocol's state of the session, such as the services negotiated at login.</summary>
    public object? ProtocolState { get; set; }

    /// <summary>Whether the login has succeeded. Before that, no command can have been sent.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the greeting was received.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>Why the session ended; null until then.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>Whether no request is queued or in flight.</summary>
    public bool IsQuiet
    {
        get
        {
            lock (_lock)
            {
                return _awaitingResponse.Count == 0 && _unwritten.All(request => request.IsClaimed);
            }
        }
    }

    /// <summary>The number of requests that were written.</summary>
    public long ExchangeCount => Volatile.Read(ref _exchanges);

    /// <summary>Sets the maximum number of further requests of all callers, so that a limit of the registry is never exceeded. Null for no limit.</summary>
    public void LimitExchanges(int? more)
    {
        lock (_lock)
        {
            _mostExchanges = more is { } count ? _exchanges + count : long.MaxValue;
        }
    }

    /// <summary>Completes when nothing more will be received, independently of the callers' continuations. Never fails.</summary>
    public Task Ended => _readingStopped.Task;

    /// <summary>
    /// Completes when the registry no longer has a session for this channel and no more bytes can reach it, with the timestamp of that
    /// moment; at the latest <see cref="ChannelSettings.Leaving"/> after the session has ended. Never fails.
    /// </summary>
    public Task<long> Gone => _gone.Task;

    /// <summary>Whether the registry may count the connection as a session: a login was written and not refused.</summary>
    public bool MayBeCounted => ExchangeCount > 0 && !IsRefused;

    /// <summary>Whether the registry has refused the login; set before the session ends.</summary>
    public bool IsRefused { get; set; }

    /// <summary>
    /// The id of the login's credentials, to find sessions with the same credentials after a refusal; 0 if the protocol does not distinguish credentials.
    /// </summary>
    public int CredentialsId { get; set; }

    /// <summary>Waits for the greeting, which the registry sends unprompted. Can be called only once.</summary>
    /// <returns>The greeting, which the caller disposes.</returns>
    /// <inheritdoc cref="ExchangeAsync" path="/exception"/>
    public ValueTask<EppFrame> ReceiveAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_greetingTaken)
            {
                throw new InvalidOperationException("The greeting was already received.");
            }

            _greetingTaken = true;
            _greeting.TimeOutAt(deadline);
            Watch(deadline);
        }

        _greeting.CancelWith(this, cancellationToken);
        return _greeting.Response;
    }

    /// <summary>
    /// Sends the message that makes a registry send its greeting. Must be called before <see cref="ReceiveAsync"/>, which throws if this fails.
    /// </summary>
    /// <param name="payload">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public async ValueTask PromptAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            _writer.Append(payload.Span);
            await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            _settings.Metrics.Sent(payload.Length + FrameHeader.Length);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Abort(Explain(exception));
        }
    }

    /// <summary>Sends a message and waits for its response.</summary>
    /// <param name="payload">The message; unchanged until the returned task completes.</param>
    /// <param name="deadline">When the request times out. After the first byte is written, the timeout ends the session.</param>
    /// <param name="cancellationToken">The token to cancel the operation. After the first byte is written, cancellation ends the session.</param>
    /// <returns>The response, which the caller disposes.</returns>
    /// <inheritdoc cref="Send" path="/exception"/>
    /// <exception cref="OperationCanceledException">The caller cancelled. The session remains usable if nothing was written.</exception>
    /// <exception cref="EppProtocolException">The registry sent data that is not a frame. The session ended.</exception>
    public async ValueTask<EppFrame> ExchangeAsync(ReadOnlyMemory<byte> payload, Deadline deadline, CancellationToken cancellationToken)
    {
        var request = new FrameRequest(payload, deadline);
        Send(request, cancellationToken);
        return await request.Response.ConfigureAwait(false);
    }

    /// <summary>
    /// Sends a request, which ends with its response or a failure. If this throws, it was not sent, and the session remains usable unless it had ended.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The token to cancel the request. After the first byte is written, cancellation ends the session.</param>
    /// <exception cref="EppValidationException">The message is too large.</exception>
    /// <exception cref="EppTimeoutException">The deadline passed. The session remains usable if <see cref="EppException.Delivery"/> is NotSent.</exception>
    /// <exception cref="EppConnectionException">The session ended.</exception>
    public void Send(PendingRequest request, CancellationToken cancellationToken)
    {
        _writer.CheckSize(request.Payload.Length);
        bool isWrittenByAnother;
        lock (_lock)
        {
            if (_fault is not null)
            {
                throw SessionFault.For(_fault, EppDelivery.NotSent);
            }

            if (request.Deadline.HasPassed)
            {
                throw TimeoutOf(request);
            }

            if (_mostExchanges != long.MaxValue && _exchanges + _unwritten.Count(waiting => !waiting.IsClaimed) >= _mostExchanges)
            {
                throw SessionFault.CommandLimit();
            }

            // The last step that can fail: once the request is queued, the channel reads its message until it is written or claimed.
            Watch(request.Deadline);
            _unwritten.Enqueue(request);
            isWrittenByAnother = _gathering == this && _isChecked && _checksWithHelp == 0;
        }

        request.CancelWith(this, cancellationToken);
        if (!isWrittenByAnother)
        {
            StartWriting();
        }
    }

    /// <summary>Ends the session: every request fails with an exception that states its delivery. Does nothing if the session has ended.</summary>
    public void Abort(Exception cause)
    {
        var settlements = new List<FailedExchange>();
        lock (_lock)
        {
            End(cause, settlements);
        }

        FailExchanges(settlements);
    }

    /// <summary>
    /// Aborts the session unless it has ended, and waits until it is <see cref="Gone"/> and reading and writing have stopped. All calls wait for the same task.
    /// </summary>
    public ValueTask DisposeAsync() => new(_closing.Value);

    private async Task CloseAsync()
    {
        Abort(new EppConnectionException("The session was closed.", EppDelivery.NotSent) { Error = EppConnectionError.SessionEnded });
        await Gone.ConfigureAwait(false);
        await WhenAtRest().ConfigureAwait(false);
        await _timer.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
