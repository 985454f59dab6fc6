using EppClient.Protocol;

namespace EppClient;

/// <summary>
/// A command that changes something was sent, or may have been, and got no answer: the connection was lost, the time ran out, or the
/// answer was broken (<see cref="Exception.InnerException"/>). It was not sent again. Ask with <see cref="ReconcileAsync"/>.
/// </summary>
public sealed class EppOutcomeUnknownException : EppException
{
    internal EppOutcomeUnknownException(EppUnsettledCommand unsettled, Exception cause, EppReconciliation? reconciliation)
        : base(Describe(unsettled, cause, reconciliation), cause)
    {
        Unsettled = unsettled;
        Reconciliation = reconciliation;
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

    /// <inheritdoc/>
    /// <remarks>Never: to send it again may do it twice.</remarks>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.MaybeSent;

    /// <inheritdoc cref="EppUnsettledCommand.ReconcileAsync"/>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => Unsettled.ReconcileAsync(cancellationToken);

    private static string Describe(EppUnsettledCommand unsettled, Exception cause, EppReconciliation? reconciliation) =>
        $"The outcome of {unsettled} is unknown. {cause.Message} "
        + (reconciliation is null
            ? "Ask the registry with ReconcileAsync before you send it again, or set EppOptions.Reconciliation to Automatic."
            : $"The registry was asked, and its answers do not settle it. {reconciliation.Explanation}");
}
