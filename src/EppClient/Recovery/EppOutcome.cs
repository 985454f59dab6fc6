namespace EppClient;

/// <summary>
/// How a command ended, as a value: exactly one of <see cref="EppCompleted"/>, <see cref="EppRejected"/>, <see cref="EppNotSent"/> and
/// <see cref="EppOutcomeUnknown"/>. For code that branches on it; see <see cref="EppOutcomeExtensions"/>.
/// </summary>
public abstract class EppOutcome
{
    private protected EppOutcome()
    {
    }
}

/// <summary>The registry carried the command out, or accepted it (1001): 1xxx.</summary>
public class EppCompleted : EppOutcome
{
    internal EppCompleted(EppResponse response) => Response = response;

    /// <summary>The answer. With automatic reconciliation it may have been lost: <see cref="EppResponse.Reconciliation"/>.</summary>
    public EppResponse Response { get; }

    /// <summary>The answer's first result.</summary>
    public override string ToString() => $"completed: {Response}";
}

/// <summary>The registry carried out, or accepted, a command that yields data.</summary>
/// <typeparam name="TData">The type of the data.</typeparam>
public sealed class EppCompleted<TData> : EppCompleted
    where TData : class
{
    internal EppCompleted(EppResponse<TData> response)
        : base(response) => Response = response;

    /// <inheritdoc cref="EppCompleted.Response"/>
    public new EppResponse<TData> Response { get; }
}

/// <summary>The registry refused the command: 2xxx. Nothing has changed.</summary>
public sealed class EppRejected : EppOutcome
{
    internal EppRejected(EppResponse response) => Response = response;

    /// <summary>The answer.</summary>
    public EppResponse Response { get; }

    /// <summary>The answer's first result.</summary>
    public override string ToString() => $"rejected: {Response}";
}

/// <summary>Nothing of the command had an effect: it was refused here, did not leave, or was shown not to have been carried out.</summary>
public sealed class EppNotSent : EppOutcome
{
    internal EppNotSent(Exception cause) => Cause = cause;

    /// <summary>Why: what <c>ExecuteAsync</c> would have thrown. May be an <see cref="OperationCanceledException"/>.</summary>
    public Exception Cause { get; }

    /// <summary>The cause's message.</summary>
    public override string ToString() => $"not sent: {Cause.Message}";
}

/// <summary>The command was sent, or may have been, and got no answer.</summary>
public sealed class EppOutcomeUnknown : EppOutcome
{
    internal EppOutcomeUnknown(EppIndeterminateCommand? indeterminate, Exception cause)
    {
        IndeterminateCommand = indeterminate;
        Cause = cause;
    }

    /// <summary>The command and all that is known of it; null for one that only reads: nothing can have changed, and it may be sent again.</summary>
    public EppIndeterminateCommand? IndeterminateCommand { get; }

    /// <summary>Why: what <c>ExecuteAsync</c> would have thrown. May be an <see cref="OperationCanceledException"/>.</summary>
    public Exception Cause { get; }

    /// <summary>The cause's message.</summary>
    public override string ToString() => $"unknown: {Cause.Message}";
}
