namespace EppClient;

/// <summary>
/// A command that changes something was sent, or may have been, and got no response: the connection was lost, the deadline passed, or the response
/// was unreadable (<see cref="Exception.InnerException"/>). The command was not sent again. Call <see cref="ReconcileAsync"/> to determine its
/// outcome.
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

    /// <summary>The command and the known facts about it.</summary>
    public EppIndeterminateCommand IndeterminateCommand { get; }

    /// <summary>The command.</summary>
    public IEppCommand Command => IndeterminateCommand.Command;

    /// <summary>The client transaction id.</summary>
    public string ClientTransactionId => IndeterminateCommand.ClientTransactionId;

    /// <summary>When the command was passed to the connection, by this machine's clock.</summary>
    public DateTimeOffset WrittenAt => IndeterminateCommand.WrittenAt;

    /// <summary>
    /// The result of automatic reconciliation, which could not determine the outcome. Null if reconciliation was not tried, or the registry did not
    /// respond.
    /// </summary>
    public EppReconciliation? Reconciliation { get; }

    /// <summary>Why automatic reconciliation got no usable response; null if it was not tried, or has a result.</summary>
    public Exception? ReconciliationFailure { get; }

    /// <inheritdoc/>
    /// <remarks>Always false, because sending the command again may carry it out twice.</remarks>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.MaybeSent;

    /// <inheritdoc cref="EppIndeterminateCommand.ReconcileAsync"/>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => IndeterminateCommand.ReconcileAsync(cancellationToken);

    private static string Describe(EppIndeterminateCommand indeterminate, Exception cause, EppReconciliation? reconciliation, Exception? failure) =>
        $"The outcome of {indeterminate} is unknown. {cause.Message} " + (reconciliation, failure) switch
        {
            (not null, _) => $"The registry's responses do not determine it. {reconciliation.Explanation}",
            (_, not null) => $"Automatic reconciliation got no usable response: {failure.Message} Call ReconcileAsync again before you send the command again.",
            _ => "Query the registry with ReconcileAsync before you send the command again, or set EppRecoveryOptions.Reconciliation to Automatic.",
        };
}

/// <summary>
/// The caller cancelled a command that changes something after it was sent, or may have been. Like <see cref="EppOutcomeUnknownException"/>, but
/// derived from <see cref="OperationCanceledException"/>, so code that handles cancellation handles it.
/// </summary>
/// <remarks>Its <see cref="OperationCanceledException.CancellationToken"/> is the caller's.</remarks>
public sealed class EppOutcomeUnknownCanceledException : OperationCanceledException
{
    internal EppOutcomeUnknownCanceledException(EppIndeterminateCommand indeterminate, OperationCanceledException cause)
        : base($"The outcome of {indeterminate} is unknown. {cause.Message} Query the registry with ReconcileAsync before you send the command again.", cause, cause.CancellationToken) =>
        IndeterminateCommand = indeterminate;

    /// <summary>The command and the known facts about it.</summary>
    public EppIndeterminateCommand IndeterminateCommand { get; }

    /// <inheritdoc cref="EppIndeterminateCommand.ReconcileAsync"/>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => IndeterminateCommand.ReconcileAsync(cancellationToken);
}

/// <summary>
/// A command was sent and got no response, and automatic reconciliation showed that the registry did not carry it out. There was no time, or no
/// session, to send it again; the caller may send it again.
/// </summary>
public sealed class EppNotAppliedException : EppException
{
    internal EppNotAppliedException(EppReconciliation reconciliation, Exception cause)
        : base($"The registry has not carried out {reconciliation.Command}; it is safe to send it again. {reconciliation.Explanation} Its response was lost: {cause.Message}", cause) =>
        Reconciliation = reconciliation;

    /// <summary>The reconciliation that shows that the command was not carried out.</summary>
    public EppReconciliation Reconciliation { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    /// <remarks>Always <see cref="EppDelivery.NotSent"/>, because the command had no effect.</remarks>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}

/// <summary>Signals that a cancelled command had been written.</summary>
internal sealed class CancelledAfterSendException(CancellationToken cancellationToken) : OperationCanceledException(
    "The command was cancelled after it was sent. Its outcome is unknown; the session was closed.", cancellationToken);
