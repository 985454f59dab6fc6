using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// A command from a document, such as one that a registry's support sent: object, extensions and transaction id go out as they stand
/// there, and nothing in them is checked. The verb decides what is done: what only reads is retried, what changes something is not.
/// </summary>
/// <remarks>
/// Immutable. The answer comes as the registry sent it in <see cref="EppResponse.Document"/>, and read like any other. Sessions log in
/// and out by themselves, so documents of these are refused.
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

    /// <summary>The transaction id in the document, which is sent unless <see cref="EppSendOptions.ClientTransactionId"/> is set; null where it has none.</summary>
    public string? ClientTransactionId { get; }

    /// <summary>The namespace of the object, for names in telemetry.</summary>
    internal string? ObjectUri => _objects is [var first, ..] ? first.NamespaceUri : null;

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document, from <c>epp</c> on, in any encoding that XML declares.</param>
    /// <exception cref="FormatException">The document is not XML, or holds no command that can be sent; the message says where. Never with its content.</exception>
    public static EppRawCommand Parse(ReadOnlyMemory<byte> document) => RawCommandReader.Read(document, EppXmlDialect.Standard);

    /// <summary>Reads a document of a registry that has namespaces of its own.</summary>
    /// <param name="document">The document, from <c>epp</c> on, in any encoding that XML declares.</param>
    /// <param name="profile">What is particular to the registry.</param>
    /// <exception cref="FormatException">The document is not XML, or holds no command that can be sent; the message says where. Never with its content.</exception>
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

    /// <summary>Nothing is checked: no service is named, so none has to be on offer.</summary>
    internal sealed class Extension(EppRawElement element) : IEppExtension
    {
        public bool MayRepeat => true;

        public void Write(EppXmlWriter writer) => writer.Raw(element);
    }
}
