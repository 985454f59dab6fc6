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
