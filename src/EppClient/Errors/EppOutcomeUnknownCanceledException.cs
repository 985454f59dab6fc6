using EppClient.Protocol;

namespace EppClient;

/// <summary>
/// The caller cancelled a command that changes something after it was sent, or may have been: like
/// <see cref="EppOutcomeUnknownException"/>, but a cancellation, so that it ends whatever the token ends.
/// </summary>
/// <remarks>Its <see cref="OperationCanceledException.CancellationToken"/> is the caller's.</remarks>
public sealed class EppOutcomeUnknownCanceledException : OperationCanceledException
{
    internal EppOutcomeUnknownCanceledException(EppUnsettledCommand unsettled, OperationCanceledException cause)
        : base($"The outcome of {unsettled} is unknown. {cause.Message} Ask the registry with ReconcileAsync before you send it again.", cause, cause.CancellationToken) =>
        Unsettled = unsettled;

    /// <summary>The command and all that is known of it.</summary>
    public EppUnsettledCommand Unsettled { get; }

    /// <inheritdoc cref="EppUnsettledCommand.ReconcileAsync"/>
    public Task<EppReconciliation> ReconcileAsync(CancellationToken cancellationToken = default) => Unsettled.ReconcileAsync(cancellationToken);
}
