namespace EppClient.StressTests.Simulation;

/// <summary>
/// A thread pool of a fixed size, so that a schedule can wait until none of its work runs or is queued. It applies to the process: if other
/// work shares the pool, a wait lasts until that work also pauses.
/// </summary>
internal sealed class IdleThreadPool : IDisposable
{
    private readonly (int Workers, int Completion) _min;
    private readonly (int Workers, int Completion) _max;
    private readonly int _threads = Environment.ProcessorCount;

    public IdleThreadPool()
    {
        ThreadPool.GetMinThreads(out _min.Workers, out _min.Completion);
        ThreadPool.GetMaxThreads(out _max.Workers, out _max.Completion);
        if (!ThreadPool.SetMinThreads(_threads, _min.Completion) || !ThreadPool.SetMaxThreads(_threads, _max.Completion))
        {
            throw new InvalidOperationException($"The thread pool cannot have exactly {_threads} threads.");
        }
    }

    /// <summary>
    /// Returns when no work item except the caller's own runs, and none is queued. All threads meet here; work still queued then runs
    /// before they meet again.
    /// </summary>
    public void WaitForIdle()
    {
        var others = _threads - (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
        bool isIdle;
        do
        {
            using var meeting = new Meeting(others);
            for (var i = 0; i < others; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(meeting, preferLocal: false);
            }

            isIdle = meeting.End();
        }
        while (!isIdle);
    }

    public void Dispose()
    {
        ThreadPool.SetMaxThreads(_max.Workers, _max.Completion);
        ThreadPool.SetMinThreads(_min.Workers, _min.Completion);
    }

    private sealed class Meeting(int threads) : IThreadPoolWorkItem, IDisposable
    {
        private readonly CountdownEvent _arriving = new(threads);
        private readonly CountdownEvent _leaving = new(threads);
        private readonly ManualResetEventSlim _end = new();

        public void Execute()
        {
            _arriving.Signal();
            _end.Wait();
            _leaving.Signal();
        }

        /// <summary>Whether no work was queued while all threads were here.</summary>
        public bool End()
        {
            _arriving.Wait();
            var isIdle = ThreadPool.PendingWorkItemCount == 0;
            _end.Set();
            _leaving.Wait();
            return isIdle;
        }

        public void Dispose()
        {
            _arriving.Dispose();
            _leaving.Dispose();
            _end.Dispose();
        }
    }
}
