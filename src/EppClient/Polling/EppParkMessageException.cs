namespace EppClient.Polling;

/// <summary>A handler throws it to have its message parked at once, because another try would end no better.</summary>
public sealed class EppParkMessageException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why; it is kept with the message and logged.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppParkMessageException(string reason, Exception? innerException = null)
        : base(reason, innerException)
    {
    }
}
