namespace EppClient.Dk.Testing;

/// <summary>Why a domain name is being deleted.</summary>
public enum DkDeletionCause
{
    /// <summary>Somebody with the right to do so deleted it.</summary>
    Requested,

    /// <summary>Its period ended and it was not to be renewed.</summary>
    Expired,

    /// <summary>It was not paid for (registrant management only).</summary>
    Unpaid,

    /// <summary>Its registrant was not checked in time; a restore cannot undo this.</summary>
    IdCheckExpired,

    /// <summary>Its registrant failed the check; a restore cannot undo this.</summary>
    IdCheckRejected,
}

/// <summary>A deletion under way: the domain name is suspended and goes on <paramref name="Date"/>.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Date">When it is gone.</param>
/// <param name="Initiator">The command that asked for it, if one did.</param>
public sealed record DkDeletion(DkDeletionCause Cause, DateTimeOffset Date, DkInitiator? Initiator)
{
    /// <summary>Whether a restore can undo it.</summary>
    public bool IsRestorable => !IsForMissingCheck;

    /// <summary>Until when the domain name was paid for before it was deleted. Default: null, its expiry date.</summary>
    public DateTimeOffset? PaidUntil { get; init; }

    internal bool IsForMissingCheck => Cause is DkDeletionCause.IdCheckExpired or DkDeletionCause.IdCheckRejected;
}

/// <summary>The command that began something whose end comes later, by a message.</summary>
/// <param name="User">The service user that gets the message.</param>
/// <param name="ClientTransactionId">The client's identifier of the command.</param>
/// <param name="ServerTransactionId">The registry's identifier of the command.</param>
public sealed record DkInitiator(string User, string? ClientTransactionId, string ServerTransactionId);
