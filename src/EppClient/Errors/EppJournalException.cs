namespace EppClient;

/// <summary>The journal of commands cannot be written or read. A command that it could not record was not sent.</summary>
public sealed class EppJournalException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppJournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}
