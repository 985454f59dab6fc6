namespace EppClient.Dk.Testing;

/// <summary>Why a domain is being deleted.</summary>
public enum DkDeletionCause
{
    /// <summary>An authorized party deleted it.</summary>
    Requested,

    /// <summary>Its period ended and automatic renewal was off.</summary>
    Expired,

    /// <summary>It was not paid for (registrant management only).</summary>
    Unpaid,

    /// <summary>Its registrant was not checked in time; a restore cannot undo this.</summary>
    IdCheckExpired,

    /// <summary>Its registrant failed the check; a restore cannot undo this.</summary>
    IdCheckRejected,
}

/// <summary>A pending deletion: the domain is suspended and is deleted on <paramref name="Date"/>.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Date">When it is deleted.</param>
/// <param name="Initiator">The command that requested it, if there is one.</param>
public sealed record DkDeletion(DkDeletionCause Cause, DateTimeOffset Date, DkInitiator? Initiator)
{
    /// <summary>Whether a restore can undo it.</summary>
    public bool IsRestorable => !IsForMissingCheck;

    /// <summary>The end of the paid term before the deletion. Default: null, the domain's expiry date.</summary>
    public DateTimeOffset? PaidUntil { get; init; }

    internal bool IsForMissingCheck => Cause is DkDeletionCause.IdCheckExpired or DkDeletionCause.IdCheckRejected;
}

/// <summary>The command that started an action whose outcome is reported later, by a message.</summary>
/// <param name="User">The service user that gets the message.</param>
/// <param name="ClientTransactionId">The client's transaction id of the command.</param>
/// <param name="ServerTransactionId">The registry's transaction id of the command.</param>
public sealed record DkInitiator(string User, string? ClientTransactionId, string ServerTransactionId);
