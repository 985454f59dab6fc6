namespace EppClient;

/// <summary>The result of querying the registry for the outcome of a command that got no response.</summary>
/// <remarks>Immutable. Created by an <see cref="EppReconciliationContext"/>, which keeps the responses as evidence.</remarks>
public sealed class EppReconciliation
{
    internal EppReconciliation(EppIndeterminateCommand command, EppReconciliationStatus status, string explanation, IReadOnlyList<EppResponse> evidence)
    {
        Command = command;
        Status = status;
        Explanation = explanation;
        Evidence = evidence;
    }

    /// <summary>The command whose outcome was queried.</summary>
    public EppIndeterminateCommand Command { get; }

    /// <summary>The status: applied, not applied or indeterminate.</summary>
    public EppReconciliationStatus Status { get; }

    /// <summary>An explanation for people: what was found, and what follows from it.</summary>
    public string Explanation { get; }

    /// <summary>The responses that the status is based on, in the order of the queries. May contain personal data.</summary>
    public IReadOnlyList<EppResponse> Evidence { get; }

    /// <summary>
    /// Whether the registry has accepted the command but not decided yet, as after 1001. A poll message with the client transaction id in its
    /// <c>paTRID</c> reports the decision.
    /// </summary>
    public bool IsPending { get; internal init; }

    /// <summary>
    /// Whether it is safe to send the command again: it was not applied, or the registry responds to the same command in the same way without
    /// carrying it out twice.
    /// </summary>
    public bool MaySendAgain => Status == EppReconciliationStatus.NotApplied || IsRepeatable;

    internal bool IsRepeatable { get; init; }

    /// <summary>The status and the explanation.</summary>
    public override string ToString() => $"{Status}: {Explanation}";
}

/// <summary>The outcome of a command without a response, according to queries of the registry.</summary>
public enum EppReconciliationStatus
{
    /// <summary>The responses do not determine the outcome; <see cref="EppReconciliation.Explanation"/> says what is missing.</summary>
    Indeterminate,

    /// <summary>The effect of the command is visible at the registry, or waits for a decision there. Do not send the command again.</summary>
    Applied,

    /// <summary>The registry did not carry out the command. It is safe to send it again.</summary>
    NotApplied,
}

/// <summary>The handling of a command that changes something and gets no response.</summary>
public enum EppReconciliationMode
{
    /// <summary>The caller gets an <see cref="EppOutcomeUnknownException"/> and can query the registry with it later.</summary>
    Manual,

    /// <summary>
    /// The registry is queried; see <see cref="EppClient.EppIndeterminateCommand.ReconcileAsync"/>. If it has carried out the command, the caller
    /// gets a response that says so (<see cref="EppClient.EppResponse.Reconciliation"/>). If it has not, the command is sent again before its
    /// deadline; otherwise the caller gets an <see cref="EppNotAppliedException"/>. If the responses do not determine the outcome, or there are none,
    /// the caller gets the <see cref="EppOutcomeUnknownException"/>. If the caller cancels, the call does not wait for reconciliation.
    /// </summary>
    Automatic,
}

/// <summary>
/// Determines the outcome of a kind of command by querying the registry. Add reconcilers of a registry, and of objects that this library does not
/// know, to <see cref="EppProfile.Reconcilers"/>.
/// </summary>
/// <remarks>Implementations are stateless and thread-safe. They only read.</remarks>
public interface IEppReconciler
{
    /// <summary>Returns whether this reconciler handles the command. The first one in the profile that does is used.</summary>
    /// <param name="command">The command.</param>
    bool CanReconcile(EppIndeterminateCommand command);

    /// <summary>Queries the registry and determines the outcome from the responses.</summary>
    /// <param name="context">The context, which sends the queries and creates the result.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppException">The registry could not be queried.</exception>
    Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken);
}
