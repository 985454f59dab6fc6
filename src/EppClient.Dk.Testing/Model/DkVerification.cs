namespace EppClient.Dk.Testing;

/// <summary>Who checks a contact.</summary>
public enum DkResponsible
{
    /// <summary>The registry.</summary>
    Registry,

    /// <summary>The registrar that manages the contact.</summary>
    Registrar,
}

/// <summary>The checks of a contact, which can end separately.</summary>
[Flags]
public enum DkChecks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The check of identity, name and address (<c>verified_id</c>).</summary>
    Identity = 1,

    /// <summary>The check of data, which is that of the primary e-mail address (<c>verified_email</c>).</summary>
    Data = 2,

    /// <summary>Both.</summary>
    All = Identity | Data,
}

/// <summary>The state of one check of a contact.</summary>
public enum DkCheckStatus
{
    /// <summary>No check is needed.</summary>
    NotRequired,

    /// <summary>The check is pending.</summary>
    Pending,

    /// <summary>The check was passed.</summary>
    Completed,

    /// <summary>The check was failed.</summary>
    Rejected,

    /// <summary>The check was not completed in time.</summary>
    Expired,
}

/// <summary>One check of a contact.</summary>
/// <param name="IsVerified">Whether it counts as verified.</param>
/// <param name="Status">The state of the check.</param>
/// <param name="Expires">When a pending check must be completed.</param>
public sealed record DkCheck(bool IsVerified, DkCheckStatus Status, DateTimeOffset? Expires = null)
{
    /// <summary>Nothing was checked, and no check is needed.</summary>
    public static DkCheck NotRequired { get; } = new(false, DkCheckStatus.NotRequired);

    /// <summary>A passed check.</summary>
    public static DkCheck Completed { get; } = new(true, DkCheckStatus.Completed);

    /// <summary>Creates a pending check.</summary>
    /// <param name="expires">When it must be completed.</param>
    /// <returns>The check.</returns>
    public static DkCheck Pending(DateTimeOffset expires) => new(false, DkCheckStatus.Pending, expires);
}

/// <summary>A new e-mail address that its owner has not confirmed yet.</summary>
/// <param name="Email">The address.</param>
/// <param name="Expires">When the change is discarded.</param>
/// <param name="Initiator">The command that requested it.</param>
public sealed record DkEmailConfirmation(string Email, DateTimeOffset Expires, DkInitiator Initiator)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Email = ***, Expires = ").Append(Expires);
        return true;
    }
}

/// <summary>The state of the checks of a contact.</summary>
public sealed record DkVerification
{
    /// <summary>Who checks it.</summary>
    public DkResponsible Responsible { get; init; }

    /// <summary>The check of name and address.</summary>
    public DkCheck Id { get; init; } = DkCheck.Completed;

    /// <summary>The check of the primary e-mail address.</summary>
    public DkCheck Email { get; init; } = DkCheck.Completed;

    /// <summary>A pending change of the primary e-mail address.</summary>
    public DkEmailConfirmation? NewEmail { get; init; }

    /// <summary>A pending change of the secondary e-mail address.</summary>
    public DkEmailConfirmation? NewSecondaryEmail { get; init; }

    /// <summary>Whether a check is pending.</summary>
    public bool IsPending => Id.Status == DkCheckStatus.Pending || Email.Status == DkCheckStatus.Pending;

    /// <summary>Whether a check has failed or expired.</summary>
    public bool HasFailed => Failed(Id) || Failed(Email);

    /// <summary>Whether the contact can be a registrant without restriction.</summary>
    public bool IsComplete => !IsPending && !HasFailed;

    private static bool Failed(DkCheck check) => check.Status is DkCheckStatus.Rejected or DkCheckStatus.Expired;
}
