using System.Globalization;

namespace EppClient.Sessions;

/// <summary>
/// Decides whether another session may be opened: not during the delay after a failure, only one at a time until one has succeeded, and not at all
/// after the credentials were refused twice. Used under the pool's lock.
/// </summary>
internal sealed class ConnectThrottle(EppPoolOptions options, TimeProvider time)
{
    private const int RefusalsBeforeStop = 2;
    private const double LargestJitter = 0.5;

    private readonly BackOff _backOff = new(options.MinReconnectDelay, options.MaxReconnectDelay, LargestJitter);
    private Deadline _pause = Deadline.None;
    private bool _hasSucceeded;
    private int _refusals;
    private IAuthenticationFailure? _stopped;
    private EppValidationException? _invalid;
    private bool _isQuotaFull;

    public int Failures { get; private set; }

    public Exception? LastFailure { get; private set; }

    public bool IsStopped => _stopped is not null || _invalid is not null;

    /// <summary>Why the login cannot be sent: a credential or an option of it violates the schema. Null if it can.</summary>
    public string? InvalidLogin => _invalid?.Message;

    /// <summary>The remaining delay.</summary>
    public TimeSpan Pause => _pause.IsNone ? TimeSpan.Zero : _pause.Remaining;

    public bool MayOpen(int opening) => !IsStopped && (_pause.IsNone || _pause.HasPassed) && opening < (_hasSucceeded ? options.MaxParallelOpening : 1);

    /// <summary>Whether an attempt that may hang can be abandoned. Two in a row cannot, because the registry may be slow.</summary>
    public bool MayAbandon { get; private set; } = true;

    /// <summary>Records that an attempt was abandoned. This does not count as a failure.</summary>
    public void AttemptAbandoned() => MayAbandon = false;

    public void Succeeded()
    {
        Reset();
        _hasSucceeded = true;
    }

    /// <summary>Starts a delay without a failure, because the shared quota has no capacity. A longer delay is kept.</summary>
    public void Postpone(TimeSpan pause)
    {
        _isQuotaFull = true;
        var postponed = Deadline.After(time, Jitter.Shorten(pause, LargestJitter));
        _pause = _pause.IsNone || _pause.IsBefore(postponed) ? postponed : _pause;
    }

    /// <summary>Counts a failure and starts the delay.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="refusesCredentials">Whether a refusal can only concern the credentials.</param>
    public void Failed(Exception exception, bool refusesCredentials)
    {
        LastFailure = exception;
        _hasSucceeded = false;
        MayAbandon = true;
        Failures++;
        _invalid = exception as EppValidationException ?? _invalid;
        if (refusesCredentials && exception is IAuthenticationFailure refusal && ++_refusals == RefusalsBeforeStop)
        {
            _stopped = refusal;
        }

        _pause = Deadline.After(time, _backOff.Next());
    }

    /// <summary>Resets all failures, such as after a change of credentials.</summary>
    public void Reset()
    {
        _pause = Deadline.None;
        _hasSucceeded = false;
        _isQuotaFull = false;
        MayAbandon = true;
        _refusals = 0;
        _stopped = null;
        _invalid = null;
        Failures = 0;
        LastFailure = null;
        _backOff.Reset();
    }

    /// <summary>Creates the exception for a caller that cannot be served. Each caller gets its own.</summary>
    public EppException Refusal() => _invalid is not null ? new EppValidationException(_invalid.Member, $"{_invalid.Rule}: no further login is tried until the pool is cleared", _invalid.SchemaType)
        : _stopped is not null
        ? _stopped.NotRetried("The registry refused these credentials twice in a row, so no further login is tried, so that the account is not locked. Correct the credentials, then clear the pool.")
        : _isQuotaFull && LastFailure is null ? new EppConnectionException(
            "Other users of EppPoolOptions.Quota use its full capacity, and the deadline of this operation is before the next attempt. Raise the quota if the registry allows more sessions, or raise EppTimeoutOptions.Command.",
            EppDelivery.NotSent)
        : new EppConnectionException(
            string.Create(CultureInfo.InvariantCulture, $"No session could be opened, {Failures} times in a row, and the next attempt is due in {Pause.TotalSeconds:0.###} s, after this operation's deadline. The last failure: {LastFailure?.Message}"),
            EppDelivery.NotSent,
            LastFailure);
}
