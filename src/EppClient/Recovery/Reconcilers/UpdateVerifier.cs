namespace EppClient.Recovery.Reconcilers;

/// <summary>Determines the outcome of an update from the requested changes and what the registry shows.</summary>
internal static class UpdateVerifier
{
    /// <summary>Returns the expectations of the extensions, including those without a comparer.</summary>
    public static IEnumerable<EppExpectation> Extensions(EppIndeterminateCommand command, IReadOnlyList<IEppExtensionComparer> comparers, EppResponse info)
    {
        var known = comparers.SelectMany(comparer =>
            comparer.Compare(command, [.. command.Extensions.Where(element => element.NamespaceUri == comparer.NamespaceUri)], info));
        var unknown = command.Extensions
            .Where(element => comparers.All(comparer => comparer.NamespaceUri != element.NamespaceUri))
            .Select(element => new EppExpectation($"extension {element.LocalName}", null));
        return known.Concat(unknown);
    }

    /// <summary>Returns the expectations of statuses that an update adds or removes.</summary>
    public static IEnumerable<EppExpectation> Statuses(IEnumerable<string> requested, IEnumerable<string> shown, bool isAdded)
    {
        var present = shown.ToHashSet(StringComparer.Ordinal);
        return requested.Select(status => new EppExpectation($"status {status} {(isAdded ? "added" : "removed")}", present.Contains(status) == isAdded));
    }

    public static async Task<EppReconciliation> VerifyAsync(
        EppReconciliationContext context, string kind, IEnumerable<EppExpectation> requested, DateTimeOffset? updated, bool isPendingUpdate, CancellationToken cancellationToken)
    {
        var facts = requested.ToLookup(fact => fact.IsMet);
        if (!facts[false].Any() && facts[true].Any())
        {
            return context.Applied(facts[null].Any()
                ? $"The {kind} has the requested changes: {Names(facts[true])}. Not shown, but part of the same command: {Names(facts[null])}."
                : $"The {kind} has the requested changes: {Names(facts[true])}.");
        }

        if (isPendingUpdate)
        {
            return context.Indeterminate($"The {kind} has a pending update, and the registry does not show which one. The poll message with this clTRID reports its result.");
        }

        if (await context.IsBeforeCommandAsync(updated, cancellationToken).ConfigureAwait(false))
        {
            return context.NotApplied(facts[false].Any()
                ? $"The {kind} was not changed since the command was written, and does not have the requested changes: {Names(facts[false])}."
                : $"The {kind} was not changed since the command was written.");
        }

        return context.Indeterminate(facts[false].Any()
            ? $"The {kind} was changed since the command was written, but does not have the requested changes: {Names(facts[false])}. Either another change came after it, or only another change was made."
            : $"The {kind} was changed since the command was written, but the registry does not show whether it was by this command: {Names(facts[null])}.");
    }

    private static string Names(IEnumerable<EppExpectation> facts) => string.Join(", ", facts.Select(fact => fact.Name));
}
