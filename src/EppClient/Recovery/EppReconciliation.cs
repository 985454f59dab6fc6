namespace EppClient;

/// <summary>What became of a command that got no answer, as far as the registry's answers to other questions tell.</summary>
/// <remarks>Immutable. Made by an <see cref="EppReconciliationContext"/>, which keeps the answers as evidence.</remarks>
public sealed class EppReconciliation
{
    internal EppReconciliation(EppIndeterminateCommand command, EppReconciliationStatus status, string explanation, IReadOnlyList<EppResponse> evidence)
    {
        Command = command;
        Status = status;
        Explanation = explanation;
        Evidence = evidence;
    }

    /// <summary>The command that it is about.</summary>
    public EppIndeterminateCommand Command { get; }

    /// <summary>Applied, not applied, or cannot tell.</summary>
    public EppReconciliationStatus Status { get; }

    /// <summary>One sentence for people: what was found, and what follows from it.</summary>
    public string Explanation { get; }

    /// <summary>The answers that it rests on, in the order of the questions. May hold personal data.</summary>
    public IReadOnlyList<EppResponse> Evidence { get; }

    /// <summary>
    /// Whether the registry has taken the command on and not decided yet, as after 1001. The decision comes as a poll message,
    /// whose <c>paTRID</c> holds the client's transaction id.
    /// </summary>
    public bool IsPending { get; internal init; }

    /// <summary>
    /// Whether sending the command again does no harm: it was not applied, or the registry gives the same answer to the same command
    /// without doing anything twice.
    /// </summary>
    public bool MaySendAgain => Status == EppReconciliationStatus.NotApplied || IsRepeatable;

    internal bool IsRepeatable { get; init; }

    /// <summary>The verdict and the explanation.</summary>
    public override string ToString() => $"{Status}: {Explanation}";
}

/// <summary>What a registry's answers say about a command that got none itself.</summary>
public enum EppReconciliationStatus
{
    /// <summary>The answers do not settle it; <see cref="EppReconciliation.Explanation"/> says what is missing.</summary>
    Indeterminate,

    /// <summary>What the command asks for stands at the registry, or waits there for a decision. Do not send it again.</summary>
    Applied,

    /// <summary>The registry did not carry it out. Nothing is lost by sending it again.</summary>
    NotApplied,
}

/// <summary>What happens when a command that changes something gets no answer.</summary>
public enum EppReconciliationMode
{
    /// <summary>The caller gets an <see cref="EppOutcomeUnknownException"/>, with which to ask the registry when it suits.</summary>
    Manual,

    /// <summary>
    /// The registry is queried, see <see cref="EppClient.EppIndeterminateCommand.ReconcileAsync"/>. Where it has carried the command
    /// out, the caller gets a response that says so (<see cref="EppClient.EppResponse.Reconciliation"/>). Where it has not, the command
    /// is sent again while its time lasts, else the caller gets an <see cref="EppNotAppliedException"/>. Where the answers do not settle
    /// it, or there are none, the caller gets the <see cref="EppOutcomeUnknownException"/>. A caller who cancels is not kept waiting.
    /// </summary>
    Automatic,
}

/// <summary>
/// Knows the question that settles what became of some kind of command. Those of a registry, and of objects that this library does
/// not know, are added to <see cref="EppProfile.Reconcilers"/>.
/// </summary>
/// <remarks>Implementations are stateless and safe for use by several threads. They only read.</remarks>
public interface IEppReconciler
{
    /// <summary>Whether it knows the question for this command. The first of the profile that does is asked.</summary>
    /// <param name="command">The command.</param>
    bool CanReconcile(EppIndeterminateCommand command);

    /// <summary>Asks, and judges the answers.</summary>
    /// <param name="context">What to ask with, and what makes the verdict.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppException">The registry could not be asked.</exception>
    Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken);
}
