using EppClient.Protocol;

namespace EppClient;

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
