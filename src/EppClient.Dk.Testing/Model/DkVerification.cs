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

/// <summary>How far one check of a contact is.</summary>
public enum DkCheckStatus
{
    /// <summary>Nothing to do.</summary>
    NotRequired,

    /// <summary>Under way.</summary>
    Pending,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Done, and failed.</summary>
    Rejected,

    /// <summary>Not done in time.</summary>
    Expired,
}

/// <summary>One check of a contact.</summary>
/// <param name="IsVerified">Whether it counts as checked.</param>
/// <param name="Status">How far the check is.</param>
/// <param name="Expires">When a check under way has to be done.</param>
public sealed record DkCheck(bool IsVerified, DkCheckStatus Status, DateTimeOffset? Expires = null)
{
    /// <summary>Nothing was checked and nothing has to be.</summary>
    public static DkCheck NotRequired { get; } = new(false, DkCheckStatus.NotRequired);

    /// <summary>Checked.</summary>
    public static DkCheck Completed { get; } = new(true, DkCheckStatus.Completed);

    /// <summary>A check that begins.</summary>
    /// <param name="expires">When it has to be done.</param>
    /// <returns>The check.</returns>
    public static DkCheck Pending(DateTimeOffset expires) => new(false, DkCheckStatus.Pending, expires);
}

/// <summary>A new e-mail address that its owner has yet to confirm.</summary>
/// <param name="Email">The address.</param>
/// <param name="Expires">When the change is dropped.</param>
/// <param name="Initiator">The command that asked for it.</param>
public sealed record DkEmailConfirmation(string Email, DateTimeOffset Expires, DkInitiator Initiator)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Email = ***, Expires = ").Append(Expires);
        return true;
    }
}

/// <summary>How far a contact is checked.</summary>
public sealed record DkVerification
{
    /// <summary>Who checks it.</summary>
    public DkResponsible Responsible { get; init; }

    /// <summary>The check of name and address.</summary>
    public DkCheck Id { get; init; } = DkCheck.Completed;

    /// <summary>The check of the primary e-mail address.</summary>
    public DkCheck Email { get; init; } = DkCheck.Completed;

    /// <summary>A change of the primary e-mail address under way.</summary>
    public DkEmailConfirmation? NewEmail { get; init; }

    /// <summary>A change of the secondary e-mail address under way.</summary>
    public DkEmailConfirmation? NewSecondaryEmail { get; init; }

    /// <summary>Whether a check is under way.</summary>
    public bool IsPending => Id.Status == DkCheckStatus.Pending || Email.Status == DkCheckStatus.Pending;

    /// <summary>Whether a check has failed, in time or in substance.</summary>
    public bool HasFailed => Failed(Id) || Failed(Email);

    /// <summary>Whether nothing stands against the contact as a registrant.</summary>
    public bool IsComplete => !IsPending && !HasFailed;

    private static bool Failed(DkCheck check) => check.Status is DkCheckStatus.Rejected or DkCheckStatus.Expired;
}
