namespace EppClient;

/// <summary>
/// The outcome of a command: exactly one of <see cref="EppCompleted"/>, <see cref="EppRejected"/>, <see cref="EppNotSent"/> and
/// <see cref="EppOutcomeUnknown"/>. For code that switches on the outcome; see <see cref="EppOutcomeExtensions"/>.
/// </summary>
public abstract class EppOutcome
{
    private protected EppOutcome()
    {
    }
}

/// <summary>The registry carried out the command, or accepted it as pending (1001): 1xxx.</summary>
public class EppCompleted : EppOutcome
{
    internal EppCompleted(EppResponse response) => Response = response;

    /// <summary>The response. With automatic reconciliation the original response may have been lost; see <see cref="EppResponse.Reconciliation"/>.</summary>
    public EppResponse Response { get; }

    /// <summary>The first result of the response.</summary>
    public override string ToString() => $"completed: {Response}";
}

/// <summary>The registry carried out, or accepted, a command that returns data.</summary>
/// <typeparam name="TData">The type of the data.</typeparam>
public sealed class EppCompleted<TData> : EppCompleted
    where TData : class
{
    internal EppCompleted(EppResponse<TData> response)
        : base(response) => Response = response;

    /// <inheritdoc cref="EppCompleted.Response"/>
    public new EppResponse<TData> Response { get; }
}

/// <summary>The registry rejected the command (2xxx). Nothing was changed.</summary>
public sealed class EppRejected : EppOutcome
{
    internal EppRejected(EppResponse response) => Response = response;

    /// <summary>The response.</summary>
    public EppResponse Response { get; }

    /// <summary>The first result of the response.</summary>
    public override string ToString() => $"rejected: {Response}";
}

/// <summary>The command had no effect: the client rejected it, it was not sent, or reconciliation showed that it was not carried out.</summary>
public sealed class EppNotSent : EppOutcome
{
    internal EppNotSent(Exception cause) => Cause = cause;

    /// <summary>The exception that <c>TrySendAsync</c> would have thrown. May be an <see cref="OperationCanceledException"/>.</summary>
    public Exception Cause { get; }

    /// <summary>The message of the cause.</summary>
    public override string ToString() => $"not sent: {Cause.Message}";
}

/// <summary>The command was sent, or may have been, and got no response.</summary>
public sealed class EppOutcomeUnknown : EppOutcome
{
    internal EppOutcomeUnknown(EppIndeterminateCommand? indeterminate, Exception cause)
    {
        IndeterminateCommand = indeterminate;
        Cause = cause;
    }

    /// <summary>The command and the known facts about it; null for a command that only reads: it changed nothing and may be sent again.</summary>
    public EppIndeterminateCommand? IndeterminateCommand { get; }

    /// <summary>The exception that <c>TrySendAsync</c> would have thrown. May be an <see cref="OperationCanceledException"/>.</summary>
    public Exception Cause { get; }

    /// <summary>The message of the cause.</summary>
    public override string ToString() => $"unknown: {Cause.Message}";
}
