using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// The registry sent something that is not EPP: a broken frame, XML that is not well-formed, a response without a readable code, or an answer to
/// another command. With <see cref="EppReadMode.Strict"/>, also a message without a part that the schema requires. The session is gone, unless
/// the answer was the one that was due and only says nothing that can be used.
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
        ProtocolExtensions = cause.ProtocolExtensions;
        IsInStep = cause.IsInStep;
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

    /// <summary>
    /// What the registry sent in place of a response, where that was a protocol extension (RFC 5730, section 2.7.1): typed where a schema of the profile
    /// knows an element, else raw. Empty otherwise.
    /// </summary>
    public IReadOnlyList<IEppElement> ProtocolExtensions { get; internal init; } = [];

    /// <summary>Whether the message was the one that was due, so that the session can go on.</summary>
    internal bool IsInStep { get; init; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery { get; }

    /// <summary>The answer was the one that was due, and says neither success nor failure.</summary>
    internal static EppProtocolException WithoutResult(EppResponseContent content) => content.ProtocolExtensions is { } extensions
        ? new("The registry answered with a protocol extension, which says neither success nor failure", "epp/extension") { ProtocolExtensions = extensions, IsInStep = true }
        : new("The response has no result whose code says success or failure, one from 1000 to 2999", "epp/response/result/@code") { IsInStep = true };

    /// <summary>The same failure, as the caller whose command got that far sees it.</summary>
    internal EppProtocolException For(EppDelivery delivery) => new(this, delivery);
}
