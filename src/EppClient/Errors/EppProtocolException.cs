namespace EppClient;

/// <summary>
/// The registry sent something that is not EPP: a broken frame, XML that is not well-formed, a message without a part that
/// the schema requires, or an answer to another command. The session is gone.
/// </summary>
public sealed class EppProtocolException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong. Never the document itself.</param>
    /// <param name="xmlPath">Where in the document, as a path of element names.</param>
    /// <param name="delivery">Whether the command can have reached the registry.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppProtocolException(string message, string? xmlPath = null, EppDelivery delivery = EppDelivery.MaybeSent, Exception? innerException = null)
        : base(xmlPath is null ? message : $"{message} (at {xmlPath})", innerException)
    {
        XmlPath = xmlPath;
        Delivery = delivery;
    }

    private EppProtocolException(EppProtocolException cause, EppDelivery delivery)
        : base(cause.Message, cause)
    {
        XmlPath = cause.XmlPath;
        Error = cause.Error;
        Delivery = delivery;
    }

    /// <summary>A message of what happened, without its full stop, and of the error's remedy.</summary>
    internal EppProtocolException(EppConnectionError error, string what, string? xmlPath = null)
        : base(xmlPath is null ? $"{what}. {error.Remedy()}" : $"{what} (at {xmlPath}). {error.Remedy()}", null)
    {
        Error = error;
        XmlPath = xmlPath;
        Delivery = EppDelivery.MaybeSent;
    }

    /// <summary>What went wrong, for programs; docs/troubleshooting.md has a row for each. Default: <see cref="EppConnectionError.InvalidMessage"/>.</summary>
    public EppConnectionError Error { get; init; } = EppConnectionError.InvalidMessage;

    /// <summary>Where in the document, as a path of element names such as <c>epp/response/resData</c>.</summary>
    public string? XmlPath { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery { get; }

    /// <summary>The same failure, as the caller whose command got that far sees it.</summary>
    internal EppProtocolException For(EppDelivery delivery) => new(this, delivery);
}
