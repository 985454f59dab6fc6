using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// A command read from a document, such as one from a registry's support. Object, extensions and transaction id are sent unchanged and are not
/// validated. The verb determines how failures are handled: a command that only reads is retried, one that changes something is not.
/// </summary>
/// <remarks>
/// Immutable. <see cref="EppResponse.Document"/> contains the response as the registry sent it; it is also read like any other. Documents with login
/// or logout are rejected, because the pool logs sessions in and out.
/// </remarks>
public class EppRawCommand : IEppCommand
{
    private readonly IReadOnlyList<EppRawElement> _objects;

    private protected EppRawCommand(EppVerb verb, IReadOnlyList<EppRawElement> objects, IReadOnlyList<IEppExtension> extensions, string? clientTransactionId)
    {
        Verb = verb;
        _objects = objects;
        Extensions = extensions;
        ClientTransactionId = clientTransactionId;
    }

    /// <inheritdoc/>
    public EppVerb Verb { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IEppExtension> Extensions { get; }

    /// <summary>The transaction id in the document; null if it has none. It is sent unless <see cref="EppSendOptions.ClientTransactionId"/> is set.</summary>
    public string? ClientTransactionId { get; }

    /// <summary>The namespace of the object, for telemetry names.</summary>
    internal string? ObjectUri => _objects is [var first, ..] ? first.NamespaceUri : null;

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document, starting with <c>epp</c>, in any encoding that XML declares.</param>
    /// <exception cref="FormatException">
    /// The document is not XML, or contains no command that can be sent. The message says where, without its content.
    /// </exception>
    public static EppRawCommand Parse(ReadOnlyMemory<byte> document) => RawCommandReader.Read(document, EppXmlDialect.Standard);

    /// <summary>Reads a document of a registry with its own namespaces.</summary>
    /// <param name="document">The document, starting with <c>epp</c>, in any encoding that XML declares.</param>
    /// <param name="profile">The profile of the registry.</param>
    /// <exception cref="FormatException">
    /// The document is not XML, or contains no command that can be sent. The message says where, without its content.
    /// </exception>
    public static EppRawCommand Parse(ReadOnlyMemory<byte> document, EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return RawCommandReader.Read(document, profile.Dialect);
    }

    /// <inheritdoc/>
    public void Write(EppXmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Raw(_objects);
    }

    /// <summary>The verb and the kind of object; never the content.</summary>
    public override string ToString() => CommandNames.Of(this);

    internal sealed class Plain(EppVerb verb, IReadOnlyList<EppRawElement> objects, IReadOnlyList<IEppExtension> extensions, string? clientTransactionId)
        : EppRawCommand(verb, objects, extensions, clientTransactionId);

    internal sealed class Transfer(
        EppTransferOperation operation, IReadOnlyList<EppRawElement> objects, IReadOnlyList<IEppExtension> extensions, string? clientTransactionId)
        : EppRawCommand(EppVerb.Transfer, objects, extensions, clientTransactionId), IEppTransferCommand
    {
        public EppTransferOperation Operation => operation;

        public IEppTransferCommand WithOperation(EppTransferOperation other) => new Transfer(other, _objects, Extensions, ClientTransactionId);
    }

    internal sealed class Poll(bool onlyReads, string? messageId, IReadOnlyList<IEppExtension> extensions, string? clientTransactionId)
        : EppRawCommand(EppVerb.Poll, [], extensions, clientTransactionId), IPollCommand
    {
        public bool OnlyReads => onlyReads;

        public void WriteAttributes(EppXmlWriter writer)
        {
            writer.Attribute("op", onlyReads ? "req" : "ack", EppEnvelopeSchema.PollOpType, nameof(Poll));
            if (messageId is not null)
            {
                writer.Attribute("msgID", messageId, EppSimpleType.Token, "msgID");
            }
        }
    }

    /// <summary>Not validated: no service is named, so the greeting does not have to offer one.</summary>
    internal sealed class Extension(EppRawElement element) : IEppExtension
    {
        public bool MayRepeat => true;

        public void Write(EppXmlWriter writer) => writer.Raw(element);
    }
}
