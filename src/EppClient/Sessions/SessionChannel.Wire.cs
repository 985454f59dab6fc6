using EppClient.Diagnostics;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <content>Writing requests and reading answers.</content>
internal sealed partial class SessionChannel
{
    private readonly TaskCompletionSource _writingStopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isWriting;
    private long _flushed;

    /// <summary>The caller that finds nobody writing writes, also for those who come while it flushes.</summary>
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

        // The end of the session waits for it through _writingStopped. It also writes for other callers, so it does not capture the caller's context.
        using (ExecutionContext.SuppressFlow())
        {
            _ = WriteRequestsAsync();
        }
    }

    private bool CanWrite => _fault is null && _unwritten.Count > 0 && _unanswered.Count < _settings.Depth;

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
            // Whatever ends the writing ends the session, and every exchange on it gets to know.
            Abort(Explain(exception));
            StopWriting();
        }
    }

    /// <summary>Takes what may go on the wire into the pipe's buffer: memory only, so that the lock guards payloads against their owners' return.</summary>
    private bool AppendRequests()
    {
        var frames = 0;
        var bytes = 0;
        lock (_lock)
        {
            // Whoever comes here has flushed what was there before.
            _flushed = _exchanges;
            while (CanWrite)
            {
                var exchange = _unwritten.Peek();
                if (!exchange.IsClaimed)
                {
                    // Both can run out of memory: until both have succeeded, the exchange stays in the queue of unwritten ones.
                    _unanswered.Enqueue(exchange);
                    _writer.Append(exchange.Payload.Span);
                    frames++;
                    bytes += exchange.Payload.Length + FrameHeader.Length;
                    exchange.MarkWritten(++_exchanges);
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
            while (await new FrameAwaiter(this, _reader.ReadAsync(_abort.Token)) is { } frame)
            {
                // Those that came with it are taken without another wait.
                for (EppFrame? next = frame; next is not null; _ = _reader.TryRead(out next))
                {
                    if (!Deliver(next))
                    {
                        return;
                    }
                }
            }

            Abort(ExpectsGreeting ? ConnectFailure.ClosedBeforeGreeting(_connection.Facts, null) : SessionFault.ClosedByPeer());
        }
        catch (Exception exception)
        {
            // Whatever ends the reading ends the session, and every exchange on it gets to know.
            Abort(Explain(exception));
        }
        finally
        {
            ServeOnAnotherThread();
            _readingStopped.TrySetResult();
        }
    }

    private bool Deliver(EppFrame frame)
    {
        var bytes = frame.Payload.Length + FrameHeader.Length;
        _settings.Metrics.Received(bytes);
        Log.FrameReceived(_settings.Logger, Id, bytes);

        Exchange? exchange;
        lock (_lock)
        {
            if (_fault is not null)
            {
                frame.Dispose();
                return false;
            }

            if (_unanswered.TryDequeue(out exchange) && exchange.TryClaim())
            {
                _responses.Enqueue((exchange, frame));
            }
        }

        if (exchange is null)
        {
            frame.Dispose();
            Abort(new EppProtocolException(EppConnectionError.UnexpectedMessage, "The registry sent a message although no response was owed"));
            return false;
        }

        IsGreeted = true;
        return true;
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
        _ when SessionFault.IsInputOutput(exception) && ExpectsGreeting => ConnectFailure.ClosedBeforeGreeting(_connection.Facts, exception),
        _ when SessionFault.IsInputOutput(exception) => SessionFault.Lost(exception),
        _ => exception,
    };
}
