using EppClient.Diagnostics;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <content>Writing requests and reading responses.</content>
internal sealed partial class SessionChannel
{
    private readonly TaskCompletionSource _writingStopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The responses of one read. Used only by the reading thread.
    private readonly List<PendingRequest> _received = [];
    private bool _isWriting;
    private long _flushed;

    /// <summary>Starts writing unless a write is in progress. The writer also writes the requests that arrive while it flushes.</summary>
    private void StartWriting()
    {
        lock (_lock)
        {
            if (_isWriting || !CanWrite)
            {
                return;
            }

            _isWriting = true;
        }

        // Awaited through _writingStopped when the session ends. It also writes for other callers, so it does not capture the caller's context.
        using (ExecutionContext.SuppressFlow())
        {
            _ = WriteRequestsAsync();
        }
    }

    private bool CanWrite => _fault is null && _unwritten.Count > 0 && _awaitingResponse.Count < _settings.Depth;

    private async Task WriteRequestsAsync()
    {
        try
        {
            while (AppendRequests())
            {
                await _writer.FlushAsync(_abort.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // Any failure of writing ends the session and fails every request on it.
            Abort(Explain(exception));
            StopWriting();
        }
    }

    /// <summary>
    /// Copies the requests that may be sent into the pipe's buffer. It does no I/O, so that it can hold the lock, which prevents that payloads are returned
    /// to their pool meanwhile.
    /// </summary>
    private bool AppendRequests()
    {
        var frames = 0;
        var bytes = 0;
        lock (_lock)
        {
            // The data that was appended before has been flushed.
            _flushed = _exchanges;
            while (CanWrite)
            {
                var request = _unwritten.Peek();
                if (!request.IsClaimed)
                {
                    // Both calls can run out of memory: until both have succeeded, the request remains in the queue of unwritten requests.
                    _awaitingResponse.Enqueue(request);
                    _writer.Append(request.Payload.Span);
                    frames++;
                    bytes += request.Payload.Length + FrameHeader.Length;
                    request.MarkWritten(++_exchanges);
                }

                _unwritten.Dequeue();
            }

            if (frames == 0)
            {
                StopWriting();
                return false;
            }
        }

        _settings.Metrics.Sent(bytes);
        Log.FramesSent(_settings.Logger, Id, frames, bytes);
        return true;
    }

    private void StopWriting()
    {
        lock (_lock)
        {
            _isWriting = false;
            if (_fault is not null)
            {
                _writingStopped.TrySetResult();
            }
        }
    }

    private async Task ReadResponsesAsync()
    {
        try
        {
            while (await new ReadAwaiter(this, _reader.WaitAsync(_abort.Token)))
            {
                while (_reader.TryTake(out var payload))
                {
                    if (!Receive(payload))
                    {
                        return;
                    }
                }

                PassOn();
            }

            Abort(ExpectsGreeting ? ConnectFailure.ClosedBeforeGreeting(_connection.Details, null) : SessionFault.ClosedByPeer());
        }
        catch (Exception exception)
        {
            // Any failure of reading ends the session and fails every request on it.
            Abort(Explain(exception));
        }
        finally
        {
            PassOn();
            ServeOnAnotherThread();
            _readingStopped.TrySetResult();
        }
    }

    /// <summary>Reads a response in the connection's buffer, without a copy. Its caller continues once the next read is pending.</summary>
    private bool Receive(ReadOnlyMemory<byte> payload)
    {
        var bytes = payload.Length + FrameHeader.Length;
        _settings.Metrics.Received(bytes);
        Log.FrameReceived(_settings.Logger, Id, bytes);

        PendingRequest? request;
        bool isClaimed;
        lock (_lock)
        {
            if (_fault is not null)
            {
                return false;
            }

            isClaimed = _awaitingResponse.TryDequeue(out request) && request.TryClaim();
        }

        if (request is null)
        {
            Abort(new EppProtocolException(EppConnectionError.UnexpectedMessage, "The registry sent a message although no response was owed"));
            return false;
        }

        IsGreeted = true;
        if (isClaimed)
        {
            // Added before it is read, so that the caller gets the result even if reading fails.
            _received.Add(request);
            request.Receive(payload);
        }

        return true;
    }

    /// <summary>Queues the responses of one read for serving.</summary>
    private void PassOn()
    {
        if (_received.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var request in _received)
            {
                _responses.Enqueue(request);
            }
        }

        _received.Clear();
    }

    private bool ExpectsGreeting
    {
        get
        {
            lock (_lock)
            {
                return !_greeting.IsClaimed;
            }
        }
    }

    private Exception Explain(Exception exception) => exception switch
    {
        _ when SessionFault.IsInputOutput(exception) && ExpectsGreeting => ConnectFailure.ClosedBeforeGreeting(_connection.Details, exception),
        _ when SessionFault.IsInputOutput(exception) => SessionFault.Lost(exception),
        _ => exception,
    };
}
