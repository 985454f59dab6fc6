using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace EppClient.Sessions;

/// <content>
/// Callers continue, with their responses, on the thread that read them: passing each to another thread costs more than processing the
/// response. The reading thread is free for it, because the next read is already pending and completes on another thread. A caller that blocks
/// does not delay other callers for long: a timer checks that responses are served, and has another thread serve them if not.
/// </content>
internal sealed partial class SessionChannel : IThreadPoolWorkItem
{
    // For so many checks after a blocked caller, another thread is scheduled with each response: callers that block once probably block again.
    private const int ChecksWithHelp = 100;

    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(10);

    // The channel whose callers continue on this thread while more are to be served: their requests are sent in one write. That is safe only while
    // another thread will write if a caller blocks this one.
    [ThreadStatic]
    private static SessionChannel? _gathering;

    private readonly Queue<PendingRequest> _responses = new();

    // Active while callers continue on a thread with more responses to serve.
    private Timer? _check;
    private bool _isChecked;
    private long _served;
    private long _servedAtCheck;
    private int _checksWithHelp;
    private bool _isHelpComing;

    void IThreadPoolWorkItem.Execute()
    {
        lock (_lock)
        {
            _isHelpComing = false;
        }

        ServeResponses();
    }

    /// <summary>Lets the callers go on whose responses have come.</summary>
    private void ServeResponses()
    {
        // Those that waited for a place among the unanswered have it now.
        StartWriting();
        var outer = _gathering;
        while (TryTakeResponse(out var request, out var isLast, out var needsHelp))
        {
            if (needsHelp)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            // The thread that serves the last response writes the requests of all callers; if this thread blocks in an earlier one, another thread does.
            _gathering = isLast ? null : this;
            request.Complete();
        }

        _gathering = outer;
        StartWriting();
    }

    private bool TryTakeResponse([NotNullWhen(true)] out PendingRequest? request, out bool isLast, out bool needsHelp)
    {
        lock (_lock)
        {
            var hasOne = _responses.TryDequeue(out request);
            isLast = _responses.Count == 0;
            needsHelp = !isLast && _checksWithHelp > 0 && !_isHelpComing;
            _isHelpComing |= needsHelp;
            _served++;
            if (!isLast && !_isChecked)
            {
                _isChecked = true;
                ScheduleCheck();
            }

            return hasOne;
        }
    }

    /// <summary>Has another thread serve responses and write requests if that has not been done since the last check.</summary>
    private void CheckProgress()
    {
        lock (_lock)
        {
            var isServing = _served != _servedAtCheck;
            var isBlocked = !isServing && (_responses.Count > 0 || (CanWrite && !_isWriting));
            _servedAtCheck = _served;
            _checksWithHelp = isBlocked ? ChecksWithHelp : Math.Max(0, _checksWithHelp - 1);
            _isChecked = isServing || isBlocked;
            if (_isChecked)
            {
                ScheduleCheck();
            }

            if (!isBlocked || _isHelpComing)
            {
                return;
            }

            _isHelpComing = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    // Real time, whatever the clock of the settings is: a blocked thread does not depend on that.
    private void ScheduleCheck()
    {
        _check ??= NewCheck();
        _check.Change(CheckInterval, Timeout.InfiniteTimeSpan);
    }

    private Timer NewCheck()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return new Timer(static channel => ((SessionChannel)channel!).CheckProgress(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Completes the callers on another thread: the caller of this method must end, whatever their continuations do.</summary>
    private void ServeOnAnotherThread()
    {
        lock (_lock)
        {
            if (_responses.Count == 0 || _isHelpComing)
            {
                return;
            }

            _isHelpComing = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Awaits a read. Once another thread will continue with it, this one serves the responses that have arrived.</summary>
    private readonly struct ReadAwaiter(SessionChannel channel, ValueTask<bool> reading) : ICriticalNotifyCompletion
    {
        private readonly ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _inner = reading.ConfigureAwait(false).GetAwaiter();

        public bool IsCompleted => _inner.IsCompleted;

        public ReadAwaiter GetAwaiter() => this;

        // The compiler's await calls it when the reading has ended, and not before.
        public bool GetResult() => _inner.GetResult();

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            // Once it is registered, the loop may go on elsewhere and overwrite this struct.
            var serving = channel;
            _inner.UnsafeOnCompleted(continuation);
            serving.ServeResponses();
        }
    }
}
