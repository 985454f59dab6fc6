using EppClient.Transport;

namespace EppClient.Sessions;

/// <summary>
/// One attempt to open a session. Its time limit is that of the pool, not of the caller: if the caller stops waiting, the attempt continues, and the
/// next caller gets the session.
/// </summary>
#pragma warning disable CA1001 // Its cancellation token source has no timer and no registration that outlives it, so it needs no disposal.
internal sealed class OpenAttempt(int generation, TimeProvider time)
#pragma warning restore CA1001
{
    private readonly TaskCompletionSource<PhysicalSession?> _session = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _started = time.GetTimestamp();

    private readonly CancellationTokenSource _abandoned = new();
    private volatile SessionChannel? _channel;
    private bool _isClaimed;

    /// <summary>The generation of the pool for which the session is opened.</summary>
    public int Generation => generation;

    public TimeSpan Age => time.GetElapsedTime(_started);

    /// <summary>Cancelled when the pool abandons the attempt.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    public ConnectTimings Steps { get; } = new(time);

    /// <summary>The channel; null before there is a connection.</summary>
    public SessionChannel? Channel
    {
        get => _channel;
        set => _channel = value;
    }

    /// <summary>The current step.</summary>
    public EppTimeoutPhase Phase => _channel is not { } channel ? Steps.Current : channel.IsGreeted ? EppTimeoutPhase.LoggingIn : EppTimeoutPhase.WaitingForGreeting;

    /// <summary>After a failure: a connection that the registry may count as a session, and that must be closed like one.</summary>
    public PhysicalSession? LeftSession { get; set; }

    /// <summary>The result for the caller: the session, or null if the quota has no capacity for it now.</summary>
    public Task<PhysicalSession?> Session => _session.Task;

    /// <summary>Ends the attempt without a session.</summary>
    public Task AbandonAsync() => _abandoned.CancelAsync();

    /// <summary>Called when the caller stops waiting.</summary>
    /// <returns>False if the caller has been served concurrently.</returns>
    public bool TryLeave() => TryClaim();

    /// <returns>False if the caller has stopped waiting.</returns>
    public bool TryServe(PhysicalSession? session)
    {
        var isAwaited = TryClaim();
        if (isAwaited)
        {
            _session.SetResult(session);
        }

        return isAwaited;
    }

    /// <summary>Fails the caller; does nothing if the caller has stopped waiting.</summary>
    public void Fail(Exception failure)
    {
        if (TryClaim())
        {
            _session.SetException(failure);
        }
    }

    private bool TryClaim() => !Interlocked.Exchange(ref _isClaimed, true);
}
