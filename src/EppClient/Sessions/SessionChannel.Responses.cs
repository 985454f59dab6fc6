using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace EppClient.Sessions;

/// <content>
/// Callers continue on the thread that read their responses: passing each response to another thread costs more than processing it. The reading thread
/// is free for this, because the next read is already pending and completes on another thread. A blocking continuation delays other callers only
/// briefly: a timer checks that responses are served, and otherwise schedules another thread to serve them.
/// </content>
internal sealed partial class SessionChannel : IThreadPoolWorkItem
{
    // The number of checks after a blocked caller during which another thread is scheduled with each response: such callers probably block again.
    private const int ChecksWithHelp = 100;

    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(10);

    // The channel whose callers continue on this thread while more are to be served: their requests are sent in one write. This is safe only while
    // another thread writes if a caller blocks this one.
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

    /// <summary>Completes the callers whose responses have arrived.</summary>
    private void ServeResponses()
    {
        // The responses made capacity for queued requests.
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

    /// <summary>Schedules another thread to serve responses and write requests if none was served since the last check.</summary>
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

    // Uses real time instead of the clock of the settings, because it detects blocked threads.
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

    /// <summary>Completes the callers on another thread, so that their continuations cannot block the caller of this method.</summary>
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

    /// <summary>
    /// Awaits a read. Once the continuation is registered, so that another thread runs it, this thread serves the responses that have arrived.
    /// </summary>
    private readonly struct ReadAwaiter(SessionChannel channel, ValueTask<bool> reading) : ICriticalNotifyCompletion
    {
        private readonly ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _inner = reading.ConfigureAwait(false).GetAwaiter();

        public bool IsCompleted => _inner.IsCompleted;

        public ReadAwaiter GetAwaiter() => this;

        // Called by the compiler-generated code only when the read has completed.
        public bool GetResult() => _inner.GetResult();

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            // Once the continuation is registered, the loop may continue on another thread and overwrite this struct.
            var serving = channel;
            _inner.UnsafeOnCompleted(continuation);
            serving.ServeResponses();
        }
    }
}
