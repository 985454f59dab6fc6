namespace EppClient.Dk.AspNetCore;

/// <summary>Announces changes of sessions in this process to the worker and to those who watch sessions.</summary>
internal sealed class SessionSignal
{
    private TaskCompletionSource _next = Create();

    /// <summary>Completes with the next change. Get it before you read the state that you wait for.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Set() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    /// <summary>Waits for a change in this process, or until it is time to look for changes of other processes.</summary>
    public static async Task WaitAsync(Task next, TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(most, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Time to look.
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
