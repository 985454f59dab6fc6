namespace EppClient.Protocol;

/// <summary>What became of a command that got no answer, as far as the registry's answers to other questions tell.</summary>
/// <remarks>Immutable. Made by an <see cref="EppInquiry"/>, which keeps the answers as evidence.</remarks>
public sealed class EppReconciliation
{
    internal EppReconciliation(EppUnsettledCommand command, EppReconciliationVerdict verdict, string explanation, IReadOnlyList<EppResponse> evidence)
    {
        Command = command;
        Verdict = verdict;
        Explanation = explanation;
        Evidence = evidence;
    }

    /// <summary>The command that it is about.</summary>
    public EppUnsettledCommand Command { get; }

    /// <summary>Applied, not applied, or cannot tell.</summary>
    public EppReconciliationVerdict Verdict { get; }

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
    public bool MaySendAgain => Verdict == EppReconciliationVerdict.NotApplied || IsRepeatable;

    internal bool IsRepeatable { get; init; }

    /// <summary>The verdict and the explanation.</summary>
    public override string ToString() => $"{Verdict}: {Explanation}";
}
