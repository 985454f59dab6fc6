namespace EppClient.Recovery.Reconcilers;

/// <summary>Determines the outcome of a create from the response to info.</summary>
internal static class CreateVerifier
{
    /// <summary>Returns the result for an error response; null if the object is shown.</summary>
    public static EppReconciliation? OfRefusal(EppReconciliationContext context, string kind, EppResponse info)
    {
        if (Equality.IsMissing(info))
        {
            return context.NotApplied($"The {kind} does not exist.");
        }

        if (info.Code == EppResultCode.AuthorizationError)
        {
            return context.NotApplied($"The {kind} exists and belongs to another account.");
        }

        return info.IsSuccess ? null : context.Indeterminate(info);
    }

    /// <param name="context">The context of the reconciliation.</param>
    /// <param name="kind">The kind of object.</param>
    /// <param name="found">The data of the object.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public static async Task<EppReconciliation> VerifyAsync(EppReconciliationContext context, string kind, CreatedObject found, CancellationToken cancellationToken)
    {
        if (found.Created is null)
        {
            return context.Indeterminate($"The {kind} exists, but the registry does not show its creation date.");
        }

        if (await context.IsBeforeCommandAsync(found.Created, cancellationToken).ConfigureAwait(false))
        {
            return context.NotApplied($"The {kind} exists and is older than the command.");
        }

        if (!found.IsOurs)
        {
            return context.IsSponsorIdSet
                ? context.NotApplied($"The {kind} was created since the command was written, by another sponsor.")
                : context.Indeterminate($"The {kind} was created since the command was written. Its sponsor is shown as {found.Sponsor}; if that is this account, set EppOptions.SponsorId to it.");
        }

        return found.Difference is { } difference
            ? context.Indeterminate($"The {kind} was created since the command was written, by this account, but differs from the command: {difference}. Another process may have created it.")
            : context.Applied(
                found.IsPending
                    ? $"The {kind} was created since the command was written, by this account; the registry has not decided on it yet."
                    : $"The {kind} was created since the command was written, by this account, and matches the command.",
                found.IsPending);
    }
}

/// <summary>The data of an object that a command was to create.</summary>
/// <param name="Sponsor">The sponsor of the object.</param>
/// <param name="IsOurs">Whether the sponsor is this account.</param>
/// <param name="Created">The creation date.</param>
/// <param name="IsPending">Whether the decision of the registry is pending.</param>
/// <param name="Difference">The difference from the command, as a name without a value; null if there is none.</param>
internal sealed record CreatedObject(string Sponsor, bool IsOurs, DateTimeOffset? Created, bool IsPending, string? Difference);
