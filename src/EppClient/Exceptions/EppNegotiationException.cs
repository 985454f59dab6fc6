namespace EppClient;

/// <summary>The registry's greeting does not offer what the options require. No login was sent, and no password.</summary>
public sealed class EppNegotiationException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The requirement and the option that sets it.</param>
    /// <param name="serviceUri">The service that the greeting does not offer.</param>
    public EppNegotiationException(string message, string serviceUri)
        : base(message, null) => ServiceUri = serviceUri;

    /// <summary>The service that the greeting does not offer.</summary>
    public string ServiceUri { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}
