using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>Owns tasks that outlive the call that starts them.</summary>
internal sealed class BackgroundWork(ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];

    /// <summary>Starts work without the ambient state of the caller.</summary>
    public void Start(Func<Task> work)
    {
        using (ExecutionContext.SuppressFlow())
        {
            StartHere(work);
        }
    }

    /// <summary>Starts work with the caller's execution context, for example its activity.</summary>
    public void StartHere(Func<Task> work)
    {
        var task = RunAsync(work);
        lock (_lock)
        {
            _running.RemoveWhere(running => running.IsCompleted);
            _running.Add(task);
        }
    }

    /// <summary>Completes when all work that was started before has ended.</summary>
    public Task WhenEnded()
    {
        lock (_lock)
        {
            return Task.WhenAll(_running);
        }
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Only the owner awaits the work, when it is disposed, and cannot handle the failure.
            Log.BackgroundWorkFailed(logger, exception);
        }
    }
}
