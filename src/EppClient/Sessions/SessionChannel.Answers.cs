using System.Runtime.CompilerServices;
using EppClient.Transport;

namespace EppClient.Sessions;

/// <content>
/// Callers go on, with their answers, on the thread that read them: handing each over to another thread costs more than all that is done with
/// an answer. That thread is free for it, because the next read is under way by then and will end on another one. A caller that blocks holds up
/// nobody either: while there are more answers, another thread is on its way to them.
/// </content>
internal sealed partial class SessionChannel : IThreadPoolWorkItem
{
    // The channel whose callers go on here, while there are more of them: what they send leaves in one write with what those send. That is
    // safe only while help is on its way, because help writes before it does anything else: whoever blocks here cannot.
    [ThreadStatic]
    private static SessionChannel? _gathering;

    private readonly Queue<(Exchange Exchange, EppFrame Frame)> _answers = new();
    private bool _isHelpComing;

    void IThreadPoolWorkItem.Execute()
    {
        lock (_lock)
        {
            _isHelpComing = false;
        }

        ServeAnswers();
    }

    /// <summary>Lets the callers go on whose answers have come.</summary>
    private void ServeAnswers()
    {
        // Those that waited for a place among the unanswered have it now.
        StartWriting();
        var outer = _gathering;
        while (TryTakeAnswer(out var answer, out var isLast, out var needsHelp))
        {
            if (needsHelp)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            // Whoever serves the last answer writes what all of them sent; should this thread block in one before, the help that comes does.
            _gathering = isLast ? null : this;
            answer.Exchange.SetAnswer(answer.Frame);
        }

        _gathering = outer;
        StartWriting();
    }

    private bool TryTakeAnswer(out (Exchange Exchange, EppFrame Frame) answer, out bool isLast, out bool needsHelp)
    {
        lock (_lock)
        {
            var hasOne = _answers.TryDequeue(out answer);
            isLast = _answers.Count == 0;
            needsHelp = !isLast && !_isHelpComing;
            _isHelpComing |= needsHelp;
            return hasOne;
        }
    }

    /// <summary>Lets the callers go on elsewhere: what calls this must end, whatever they do.</summary>
    private void ServeAnswersElsewhere()
    {
        lock (_lock)
        {
            if (_answers.Count == 0 || _isHelpComing)
            {
                return;
            }

            _isHelpComing = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Awaits a frame. Once it is sure that another thread will go on with it, this one serves the answers that have come.</summary>
    private readonly struct FrameAwaiter(SessionChannel channel, ValueTask<EppFrame?> reading) : ICriticalNotifyCompletion
    {
        private readonly ConfiguredValueTaskAwaitable<EppFrame?>.ConfiguredValueTaskAwaiter _inner = reading.ConfigureAwait(false).GetAwaiter();

        public bool IsCompleted => _inner.IsCompleted;

        public FrameAwaiter GetAwaiter() => this;

        // The compiler's await calls it when the reading has ended, and not before.
        public EppFrame? GetResult() => _inner.GetResult();

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            // Once it is registered, the loop may go on elsewhere and overwrite this struct.
            var serving = channel;
            _inner.UnsafeOnCompleted(continuation);
            serving.ServeAnswers();
        }
    }
}
