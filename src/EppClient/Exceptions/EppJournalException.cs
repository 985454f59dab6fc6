namespace EppClient;

/// <summary>The command journal cannot be written or read. A command that could not be recorded was not sent.</summary>
public sealed class EppJournalException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The cause and the remedy.</param>
    /// <param name="innerException">The cause, if any.</param>
    public EppJournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}
