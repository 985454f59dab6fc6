namespace EppClient.Bulk;

/// <summary>A job cannot run or had to stop. Completed rows are recorded: fix the cause and run the job again to continue.</summary>
public class EppBulkException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The cause and the remedy.</param>
    /// <param name="innerException">The cause, if any.</param>
    public EppBulkException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    /// <remarks>Always <see cref="EppDelivery.NotSent"/>: each row that was sent has its own result.</remarks>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}

/// <summary>No command can be created from a row, because a column is missing or invalid. The row fails; the job continues.</summary>
public sealed class EppBulkRowException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the row and how to fix it. It becomes the message of the row's result.</param>
    /// <param name="innerException">The cause, if any.</param>
    public EppBulkRowException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// A job stopped early, because continuing would be harmful or pointless. Rows in progress were completed and recorded; the others are pending,
/// including the row that caused the stop if it was not carried out.
/// </summary>
public sealed class EppBulkStoppedException : EppBulkException
{
    internal EppBulkStoppedException(EppBulkStopReason reason, string message, Exception? cause)
        : base(message, cause) => Reason = reason;

    /// <summary>The reason.</summary>
    public EppBulkStopReason Reason { get; }
}

/// <summary>The reason why a job stopped.</summary>
public enum EppBulkStopReason
{
    /// <summary>The registry refused the login.</summary>
    AuthenticationRefused,

    /// <summary>The balance of the account is too low (2104).</summary>
    InsufficientFunds,

    /// <summary><see cref="EppBulkOptions.MaxFailuresInARow"/> consecutive rows failed.</summary>
    TooManyFailures,

    /// <summary>In all tries of a row, the registry could not be reached, did not respond, or does not offer what is needed.</summary>
    RegistryUnavailable,

    /// <summary>The store failed.</summary>
    StoreFailed,
}

/// <summary>The row may belong to another process, because this process did not renew its lease in time.</summary>
internal sealed class BulkRowLostException() : Exception("The lease of this process on the row has ended or may have ended; the command was not sent.");
