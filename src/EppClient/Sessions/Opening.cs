using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>
/// One attempt to open a session. It has the pool's own time, whatever time the caller has that wanted the session: where the caller
/// leaves, it goes on, and the next caller finds the session.
/// </summary>
#pragma warning disable CA1001 // Its cancellation token source has no timer and no registration that outlives it: there is nothing to dispose of.
internal sealed class Opening(int generation, TimeProvider time)
#pragma warning restore CA1001
{
    private readonly TaskCompletionSource<PhysicalSession?> _session = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _started = time.GetTimestamp();

    private readonly CancellationTokenSource _givenUp = new();
    private volatile SessionChannel? _channel;
    private bool _isClaimed;

    /// <summary>Which of the pool's generations it is for.</summary>
    public int Generation => generation;

    public TimeSpan Age => time.GetElapsedTime(_started);

    /// <summary>Ends where the pool gives it up.</summary>
    public CancellationToken GivenUp => _givenUp.Token;

    public OpeningSteps Steps { get; } = new(time);

    /// <summary>Once there is a connection.</summary>
    public SessionChannel? Channel
    {
        get => _channel;
        set => _channel = value;
    }

    /// <summary>What waits at this moment.</summary>
    public EppPhase Phase => _channel is not { } channel ? Steps.Current : channel.IsGreeted ? EppPhase.LoggingIn : EppPhase.WaitingForGreeting;

    /// <summary>What a failure has left, and the registry may count as a session: to be closed like one.</summary>
    public PhysicalSession? Remains { get; set; }

    /// <summary>For the caller: the session, or null where the quota has no room for it at this time.</summary>
    public Task<PhysicalSession?> Session => _session.Task;

    /// <summary>Ends it without a session.</summary>
    public Task GiveUpAsync() => _givenUp.CancelAsync();

    /// <summary>The caller leaves.</summary>
    /// <returns>False where it is served at this instant.</returns>
    public bool TryLeave() => TryClaim();

    /// <returns>False where the caller has left.</returns>
    public bool TryServe(PhysicalSession? session)
    {
        var isAwaited = TryClaim();
        if (isAwaited)
        {
            _session.SetResult(session);
        }

        return isAwaited;
    }

    /// <summary>Where the caller has left, nobody is told.</summary>
    public void Fail(Exception failure)
    {
        if (TryClaim())
        {
            _session.SetException(failure);
        }
    }

    private bool TryClaim() => !Interlocked.Exchange(ref _isClaimed, true);
}
