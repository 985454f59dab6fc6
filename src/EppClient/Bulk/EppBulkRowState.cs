namespace EppClient.Bulk;

/// <summary>How far a row of a job has come.</summary>
public enum EppBulkRowState
{
    /// <summary>Nothing of it was sent, or only questions were.</summary>
    Pending,

    /// <summary>A command that changes something may have been sent, and its outcome is not recorded yet.</summary>
    Started,

    /// <summary>The registry has carried it out, or accepted it (1001), or nothing had to be changed.</summary>
    Done,

    /// <summary>The registry has refused it, or it could not be made into a command. Nothing has changed.</summary>
    Failed,

    /// <summary>The registry may have carried it out or not, and its answers to other questions do not settle it: for a person to look into.</summary>
    Unknown,
}
