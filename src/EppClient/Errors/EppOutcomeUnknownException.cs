using EppClient.Protocol;

namespace EppClient;

/// <summary>
/// A command that changes something was sent, or may have been, and got no answer: the connection was lost, the time ran out, or the
/// answer was broken (<see cref="Exception.InnerException"/>). It was not sent again. Ask with <see cref="ReconcileAsync"/>.
/// </summary>
public sealed class EppOutcomeUnknownException : EppException
{
    internal EppOutcomeUnknownException(EppUnsettledCommand unsettled, Exception cause, EppReconciliation? reconciliation, Exception? reconciliationFailure = null)
        : base(Describe(unsettled, cause, reconciliation, reconciliationFailure), cause)
    {
        Unsettled = unsettled;
        Reconciliation = reconciliation;
        ReconciliationFailure = reconciliationFailure;
    }

    /// <summary>The command and all that is known of it.</summary>
    public EppUnsettledCommand Unsettled { get; }

    /// <summary>The command.</summary>
    public IEppCommand Command => Unsettled.Command;

    /// <summary>The client's transaction id.</summary>
    public string ClientTransactionId => Unsettled.ClientTransactionId;

    /// <summary>When it was handed to the connection, by this machine's clock.</summary>
    public DateTimeOffset WrittenAt => Unsettled.WrittenAt;

    /// <summary>What automatic reconciliation found: that the registry's answers do not settle it. Null where nobody has asked, or the registry did not answer.</summary>
    public EppReconciliation? Reconciliation { get; }

    /// <summary>Why automatic reconciliation got no response that it can use; null if it was not tried, or has a finding.</summary>
    public Exception? ReconciliationFailure { get; }

    /// <inheritdoc/>
    /// <remarks>Never: to send it again may do it twice.</remarks>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.MaybeSent;

    /// <inheritdoc cref="EppUnsettledCommand.ReconcileAsync"/>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => Unsettled.ReconcileAsync(cancellationToken);

    private static string Describe(EppUnsettledCommand unsettled, Exception cause, EppReconciliation? reconciliation, Exception? failure) =>
        $"The outcome of {unsettled} is unknown. {cause.Message} " + (reconciliation, failure) switch
        {
            (not null, _) => $"The responses of the registry do not settle it. {reconciliation.Explanation}",
            (_, not null) => $"Automatic reconciliation got no usable response: {failure.Message} Ask again with ReconcileAsync before you send it again.",
            _ => "Ask the registry with ReconcileAsync before you send it again, or set EppOptions.Reconciliation to Automatic.",
        };
}
