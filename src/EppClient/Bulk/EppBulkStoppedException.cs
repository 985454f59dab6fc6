namespace EppClient.Bulk;

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
