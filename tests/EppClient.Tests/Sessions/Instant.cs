namespace EppClient.Tests.Sessions;

/// <summary>
/// Runs two actions at the same time, on threads without a synchronization context, so that continuations run inside the actions. A barrier releases the
/// threads; in each round one of them starts slightly later than in the previous round, so that over many rounds each point of one action coincides with
/// each point of the other.
/// </summary>
internal sealed class Instant(InstantOrder order) : IDisposable
{
    // Sequential rounds differ only in the work that other threads do meanwhile.
    private const int RoundsInOrder = 30;
    private const int RoundsTogether = 300;

    private const int Leads = 64;

    private readonly Barrier _barrier = new(2);
    private int _round;

    public int Rounds => order == InstantOrder.Together ? RoundsTogether : RoundsInOrder;

    /// <summary>Runs both actions once, and throws the exception of either.</summary>
    public async Task PerformAsync(Action first, Action second)
    {
        _round++;
        switch (order)
        {
            case InstantOrder.FirstThenSecond:
                await OnThreadAsync(first + second);
                break;
            case InstantOrder.SecondThenFirst:
                await OnThreadAsync(second + first);
                break;
            default:
                var lead = (_round % Leads) - (Leads / 2);
                await Task.WhenAll(OnThreadAsync(() => Release(first, lead)), OnThreadAsync(() => Release(second, -lead)));
                break;
        }
    }

    public void Dispose() => _barrier.Dispose();

    private void Release(Action action, int delay)
    {
        _barrier.SignalAndWait();
        Thread.SpinWait(Math.Max(0, delay));
        action();
    }

    private static Task OnThreadAsync(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
