using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>The verdict on an update, from what it asks for and what is shown.</summary>
internal static class UpdateJudge
{
    /// <summary>The facts of the extensions, those that nobody knows included.</summary>
    public static IEnumerable<EppFact> Extensions(EppUnsettledCommand command, IReadOnlyList<IEppExtensionComparer> comparers, EppResponse info)
    {
        var known = comparers.SelectMany(comparer =>
            comparer.Compare(command, [.. command.Extensions.Where(element => element.NamespaceUri == comparer.NamespaceUri)], info));
        var unknown = command.Extensions
            .Where(element => comparers.All(comparer => comparer.NamespaceUri != element.NamespaceUri))
            .Select(element => new EppFact($"extension {element.LocalName}", null));
        return known.Concat(unknown);
    }

    public static async Task<EppReconciliation> JudgeAsync(
        EppInquiry inquiry, string kind, IEnumerable<EppFact> asked, DateTimeOffset? updated, bool isPendingUpdate, CancellationToken cancellationToken)
    {
        var facts = asked.ToLookup(fact => fact.Holds);
        if (!facts[false].Any() && facts[true].Any())
        {
            return inquiry.Applied(facts[null].Any()
                ? $"The {kind} is as the update wants it: {Names(facts[true])}. Not shown, but part of the same command: {Names(facts[null])}."
                : $"The {kind} is as the update wants it: {Names(facts[true])}.");
        }

        if (isPendingUpdate)
        {
            return inquiry.CannotTell($"The {kind} has an update pending, and the registry does not show which. The poll message with this clTRID tells.");
        }

        if (await inquiry.IsBeforeCommandAsync(updated, cancellationToken).ConfigureAwait(false))
        {
            return inquiry.NotApplied(facts[false].Any()
                ? $"The {kind} was not changed since the command was written, and is not as the update wants it: {Names(facts[false])}."
                : $"The {kind} was not changed since the command was written.");
        }

        return inquiry.CannotTell(facts[false].Any()
            ? $"The {kind} was changed since the command was written, but is not as the update wants it: {Names(facts[false])}. Either another change came after it, or only another change was made."
            : $"The {kind} was changed since the command was written, but the registry does not show whether it was by this command: {Names(facts[null])}.");
    }

    private static string Names(IEnumerable<EppFact> facts) => string.Join(", ", facts.Select(fact => fact.Name));
}
