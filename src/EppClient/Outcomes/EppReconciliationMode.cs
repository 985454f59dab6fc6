namespace EppClient;

/// <summary>What happens when a command that changes something gets no answer.</summary>
public enum EppReconciliationMode
{
    /// <summary>The caller gets an <see cref="EppOutcomeUnknownException"/>, with which to ask the registry when it suits.</summary>
    Manual,

    /// <summary>
    /// The registry is queried, see <see cref="Protocol.EppUnsettledCommand.ReconcileAsync"/>. Where it has carried the command
    /// out, the caller gets a response that says so (<see cref="Protocol.EppResponse.Reconciliation"/>). Where it has not, the command
    /// is sent again while its time lasts, else the caller gets an <see cref="EppNotAppliedException"/>. Where the answers do not settle
    /// it, or there are none, the caller gets the <see cref="EppOutcomeUnknownException"/>. A caller who cancels is not kept waiting.
    /// </summary>
    Automatic,
}
