namespace EppClient;

/// <summary>
/// A command that changes something was sent, or may have been, and got no answer: the connection was lost, the time ran out, or the
/// answer was broken (<see cref="Exception.InnerException"/>). It was not sent again. Ask with <see cref="ReconcileAsync"/>.
/// </summary>
public sealed class EppOutcomeUnknownException : EppException
{
    internal EppOutcomeUnknownException(EppIndeterminateCommand indeterminate, Exception cause, EppReconciliation? reconciliation, Exception? reconciliationFailure = null)
        : base(Describe(indeterminate, cause, reconciliation, reconciliationFailure), cause)
    {
        IndeterminateCommand = indeterminate;
        Reconciliation = reconciliation;
        ReconciliationFailure = reconciliationFailure;
    }

    /// <summary>The command and all that is known of it.</summary>
    public EppIndeterminateCommand IndeterminateCommand { get; }

    /// <summary>The command.</summary>
    public IEppCommand Command => IndeterminateCommand.Command;

    /// <summary>The client's transaction id.</summary>
    public string ClientTransactionId => IndeterminateCommand.ClientTransactionId;

    /// <summary>When it was handed to the connection, by this machine's clock.</summary>
    public DateTimeOffset WrittenAt => IndeterminateCommand.WrittenAt;

    /// <summary>What automatic reconciliation found: that the registry's answers do not settle it. Null where nobody has asked, or the registry did not answer.</summary>
    public EppReconciliation? Reconciliation { get; }

    /// <summary>Why automatic reconciliation got no response that it can use; null if it was not tried, or has a finding.</summary>
    public Exception? ReconciliationFailure { get; }

    /// <inheritdoc/>
    /// <remarks>Never: to send it again may do it twice.</remarks>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.MaybeSent;

    /// <inheritdoc cref="EppIndeterminateCommand.ReconcileAsync"/>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => IndeterminateCommand.ReconcileAsync(cancellationToken);

    private static string Describe(EppIndeterminateCommand indeterminate, Exception cause, EppReconciliation? reconciliation, Exception? failure) =>
        $"The outcome of {indeterminate} is unknown. {cause.Message} " + (reconciliation, failure) switch
        {
            (not null, _) => $"The responses of the registry do not settle it. {reconciliation.Explanation}",
            (_, not null) => $"Automatic reconciliation got no usable response: {failure.Message} Ask again with ReconcileAsync before you send it again.",
            _ => "Ask the registry with ReconcileAsync before you send it again, or set EppOptions.Reconciliation to Automatic.",
        };
}

/// <summary>
/// The caller cancelled a command that changes something after it was sent, or may have been: like
/// <see cref="EppOutcomeUnknownException"/>, but a cancellation, so that it ends whatever the token ends.
/// </summary>
/// <remarks>Its <see cref="OperationCanceledException.CancellationToken"/> is the caller's.</remarks>
public sealed class EppOutcomeUnknownCanceledException : OperationCanceledException
{
    internal EppOutcomeUnknownCanceledException(EppIndeterminateCommand indeterminate, OperationCanceledException cause)
        : base($"The outcome of {indeterminate} is unknown. {cause.Message} Ask the registry with ReconcileAsync before you send it again.", cause, cause.CancellationToken) =>
        IndeterminateCommand = indeterminate;

    /// <summary>The command and all that is known of it.</summary>
    public EppIndeterminateCommand IndeterminateCommand { get; }

    /// <inheritdoc cref="EppIndeterminateCommand.ReconcileAsync"/>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => IndeterminateCommand.ReconcileAsync(cancellationToken);
}

/// <summary>
/// A command was sent and got no answer, and automatic reconciliation showed that the registry has not carried it out. There was no
/// time left, or no session, to send it again; the caller may.
/// </summary>
public sealed class EppNotAppliedException : EppException
{
    internal EppNotAppliedException(EppReconciliation reconciliation, Exception cause)
        : base($"The registry has not carried out {reconciliation.Command}; it is safe to send it again. {reconciliation.Explanation} Its answer was lost: {cause.Message}", cause) =>
        Reconciliation = reconciliation;

    /// <summary>What shows that it was not carried out.</summary>
    public EppReconciliation Reconciliation { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    /// <remarks>Not sent: nothing of it had an effect.</remarks>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}

/// <summary>How a session tells that a cancelled command had been written.</summary>
internal sealed class CancelledAfterSendException(CancellationToken cancellationToken) : OperationCanceledException(
    "The command was cancelled after it was sent. Its outcome is unknown; the session was closed.", cancellationToken);
