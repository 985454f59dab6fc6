namespace EppClient.Bulk;

/// <summary>A job cannot be run, or had to stop. What was done is recorded; run it again once the cause is mended, and it goes on from there.</summary>
public class EppBulkException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppBulkException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    /// <remarks>Not sent: of the rows that were, each has its own result.</remarks>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}

/// <summary>A row cannot be made into a command: a column is missing, or what stands in it makes no sense. The row fails; the job goes on.</summary>
public sealed class EppBulkRowException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the row and how to mend it. It becomes the row's result.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppBulkRowException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// A job has stopped before its end, because going on would do harm or no good. The rows under way were finished and recorded; the rest is
/// pending, the row that gave the reason included where it was not carried out.
/// </summary>
public sealed class EppBulkStoppedException : EppBulkException
{
    internal EppBulkStoppedException(EppBulkStopReason reason, string message, Exception? cause)
        : base(message, cause) => Reason = reason;

    /// <summary>Why.</summary>
    public EppBulkStopReason Reason { get; }
}

/// <summary>Why a job has stopped.</summary>
public enum EppBulkStopReason
{
    /// <summary>The registry refused the login.</summary>
    AuthenticationRefused,

    /// <summary>The account has no money left (2104).</summary>
    InsufficientFunds,

    /// <summary><see cref="EppBulkOptions.MaxFailuresInARow"/> rows failed one after the other.</summary>
    TooManyFailures,

    /// <summary>The registry could not be reached, did not answer, or does not offer what is needed, for all tries of a row.</summary>
    RegistryUnavailable,

    /// <summary>The store failed.</summary>
    StoreFailed,
}

/// <summary>The row may belong to another process by now, because this process did not renew its lease in time.</summary>
internal sealed class BulkRowLostException() : Exception("The lease of this process on the row has ended, or may have; the command was not sent.");
