using EppClient.Xml;

namespace EppClient;

/// <summary>
/// The registry sent data that is not EPP: a broken frame, malformed XML without a recoverable result code, a response without a readable code, or a
/// response to another command. With <see cref="EppReadMode.Strict"/>, also a message without a part that the schema requires. The session is closed,
/// unless the response was the expected one and only has no usable content, or only the message at the head of the poll queue could not be read.
/// </summary>
public sealed class EppProtocolException : EppException
{
    private readonly ReadOnlyMemory<byte>? _document;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The error. Never the document itself.</param>
    /// <param name="xmlPath">The position in the document, as a path of element names.</param>
    /// <param name="delivery">Whether the command may have reached the registry.</param>
    /// <param name="innerException">The cause, if any.</param>
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
        ProtocolExtension = cause.ProtocolExtension;
        IsInStep = cause.IsInStep;
        XmlFault = cause.XmlFault;
        _document = cause._document;
        Delivery = delivery;
    }

    /// <summary>A message that is not well-formed.</summary>
    internal EppProtocolException(EppXmlFault fault, ReadOnlyMemory<byte> document)
        : base(Describe(fault), null)
    {
        XmlFault = fault;
        XmlPath = fault.XmlPath;
        _document = document;
        Delivery = EppDelivery.MaybeSent;
    }

    /// <summary>A response whose code was delivered, but which lacks a part that the caller needs.</summary>
    internal EppProtocolException(string message, EppXmlFault? fault, ReadOnlyMemory<byte>? document)
        : base(fault is null ? message : $"{message}. {Describe(fault)}", null)
    {
        XmlFault = fault;
        XmlPath = fault?.XmlPath;
        IsInStep = true;
        _document = document;
        Delivery = EppDelivery.MaybeSent;
    }

    /// <summary>Creates the exception with a message of the cause (without a full stop) and the error's remedy.</summary>
    internal EppProtocolException(EppConnectionError error, string what, string? xmlPath = null, ReadOnlyMemory<byte>? document = null)
        : base(xmlPath is null ? $"{what}. {error.Remedy()}" : $"{what} (at {xmlPath}). {error.Remedy()}", null)
    {
        Error = error;
        XmlPath = xmlPath;
        _document = document;
        Delivery = EppDelivery.MaybeSent;
    }

    /// <summary>
    /// The error, for programs; docs/guide/troubleshooting.md has a row for each value. Default: <see cref="EppConnectionError.InvalidMessage"/>.
    /// </summary>
    public EppConnectionError Error { get; init; } = EppConnectionError.InvalidMessage;

    /// <summary>The position in the document, as a path of element names such as <c>epp/response/resData</c>.</summary>
    public string? XmlPath { get; }

    /// <summary>
    /// The protocol extension that the registry sent instead of a response (RFC 5730, section 2.7.1): its <c>extension</c> element as XML,
    /// which may contain personal data; null otherwise.
    /// </summary>
    public string? ProtocolExtension { get; internal init; }

    /// <summary>If the message is not well-formed XML: the violated rule, the position, and what was found. Null for other failures.</summary>
    public EppXmlFault? XmlFault { get; }

    /// <summary>
    /// The unchanged message that could not be read; null if it is not available. Contains what the registry sent, including secrets and
    /// personal data. A method, so that code that logs the properties of an exception does not log it.
    /// </summary>
    public ReadOnlyMemory<byte>? GetDocument() => _document;

    /// <summary>Whether the message was the expected one, so that the session can continue.</summary>
    internal bool IsInStep { get; set; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery { get; }

    /// <summary>Creates a copy of the failure for the caller of a command with another delivery.</summary>
    internal EppProtocolException For(EppDelivery delivery) => new(this, delivery);

    private static string Describe(EppXmlFault fault)
    {
        var place = fault.XmlPath is null ? string.Empty : $" (at {fault.XmlPath})";
        var excerpt = fault.Excerpt.Length == 0 ? string.Empty : $". Before it: {fault.Excerpt}";
        return $"The message {fault.Summary}: {fault}{place}{excerpt}";
    }
}

/// <summary>
/// A member was read that is missing from the registry's message or cannot be read. The message itself was delivered, and the other members can be
/// read. <see cref="EppResponse.ReadDiagnostics"/> lists the unreadable parts; docs/reference/nonconforming-responses.md describes what to do.
/// </summary>
/// <remarks>Thrown by required members of records that were read, and by members whose absence has a meaning; never while a command is sent.</remarks>
public sealed class EppUnreadableMemberException : EppException
{
    internal EppUnreadableMemberException(string member, EppReadDiagnostic? diagnostic)
        : base(diagnostic is null ? $"{member} has no value: it was not set." : $"{member} cannot be read: {diagnostic}.", null)
    {
        Member = member;
        Diagnostic = diagnostic;
    }

    /// <summary>The member, such as <c>DomainInfoResult.Name</c>.</summary>
    public string Member { get; }

    /// <summary>What is wrong with it and where; null if the record was not read but created without this member.</summary>
    public EppReadDiagnostic? Diagnostic { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    /// <remarks>The registry has responded.</remarks>
    public override EppDelivery Delivery => EppDelivery.ResponseReceived;
}
