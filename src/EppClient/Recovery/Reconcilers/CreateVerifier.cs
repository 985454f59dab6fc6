namespace EppClient.Recovery.Reconcilers;

/// <summary>The verdict on a create, from the answer to info.</summary>
internal static class CreateVerifier
{
    /// <summary>The verdict that follows from a refusal; null where the object is shown.</summary>
    public static EppReconciliation? OfRefusal(EppReconciliationContext context, string kind, EppResponse info)
    {
        if (Equality.IsMissing(info))
        {
            return context.NotApplied($"The {kind} does not exist.");
        }

        if (info.Code == EppResultCode.AuthorizationError)
        {
            return context.NotApplied($"The {kind} exists and belongs to somebody else.");
        }

        return info.IsSuccess ? null : context.Indeterminate(info);
    }

    /// <param name="context">The inquiry.</param>
    /// <param name="kind">The kind of object.</param>
    /// <param name="found">What info shows.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public static async Task<EppReconciliation> VerifyAsync(EppReconciliationContext context, string kind, CreatedObject found, CancellationToken cancellationToken)
    {
        if (found.Created is null)
        {
            return context.Indeterminate($"The {kind} exists, and the registry does not show since when.");
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
                    : $"The {kind} was created since the command was written, by this account, and is as the command wants it.",
                found.IsPending);
    }
}

/// <summary>What info shows of an object that a command was to create.</summary>
/// <param name="Sponsor">The sponsor that it shows.</param>
/// <param name="IsOurs">Whether that is this account.</param>
/// <param name="Created">Since when it exists.</param>
/// <param name="IsPending">Whether the registry has to decide on it.</param>
/// <param name="Difference">What differs from the command, as a name without a value; null where nothing does.</param>
internal sealed record CreatedObject(string Sponsor, bool IsOurs, DateTimeOffset? Created, bool IsPending, string? Difference);
