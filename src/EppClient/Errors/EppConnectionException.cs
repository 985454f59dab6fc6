namespace EppClient;

/// <summary>The connection could not be made, or was lost: TCP, TLS, or closed by the registry.</summary>
public sealed class EppConnectionException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="delivery">Whether the command can have reached the registry.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppConnectionException(string message, EppDelivery delivery, Exception? innerException = null)
        : base(message, innerException) => Delivery = delivery;

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    public override EppDelivery Delivery { get; }
}
