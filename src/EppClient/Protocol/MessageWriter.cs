using System.Buffers;
using EppClient.Authentication;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Writes the messages of a client: hello, and commands with their extensions and transaction id.</summary>
internal static class MessageWriter
{
    public static ReadOnlyMemory<byte> Hello(EppXmlDialect dialect) => EppEnvelope.Write(dialect, static writer => writer.EmptyElement(EppNamespaces.Epp, "hello"));

    public static ReadOnlyMemory<byte> Logout(EppXmlDialect dialect, string clientTransactionId) => EppEnvelope.Write(dialect, writer =>
    {
        writer.StartElement(EppNamespaces.Epp, "command");
        writer.EmptyElement(EppNamespaces.Epp, "logout");
        ClientTransactionId(writer, clientTransactionId);
        writer.EndElement();
    });

    public static ReadOnlyMemory<byte> Login(LoginCommand login, EppXmlDialect dialect, string clientTransactionId) => EppEnvelope.Write(dialect, writer =>
    {
        writer.StartElement(EppNamespaces.Epp, "command");
        login.Write(writer);
        login.WriteExtension(writer);
        ClientTransactionId(writer, clientTransactionId);
        writer.EndElement();
    });

    public static ReadOnlyMemory<byte> Command(IEppCommand command, EppXmlDialect dialect, string clientTransactionId) =>
        Command(command, command.Extensions, dialect, clientTransactionId);

    /// <exception cref="EppValidationException">The command breaks a rule of the schema.</exception>
    public static ReadOnlyMemory<byte> Command(
        IEppCommand command, IReadOnlyList<IEppExtension> extensions, EppXmlDialect dialect, string clientTransactionId) =>
        EppEnvelope.Write(dialect, (command, extensions, clientTransactionId), static (writer, parts) => Command(writer, parts.command, parts.extensions, parts.clientTransactionId));

    /// <summary>Writes a command into pooled memory.</summary>
    /// <exception cref="EppValidationException">The command breaks a rule of the schema.</exception>
    public static PooledBytes Rent(IEppCommand command, IReadOnlyList<IEppExtension> extensions, EppXmlDialect dialect, string clientTransactionId)
    {
        using var writer = EppXmlWriter.Rent(dialect);
        EppEnvelope.Write(writer, (command, extensions, clientTransactionId), static (w, parts) => Command(w, parts.command, parts.extensions, parts.clientTransactionId));
        return new PooledBytes(writer.Document);
    }

    private static void Command(EppXmlWriter writer, IEppCommand command, IReadOnlyList<IEppExtension> extensions, string clientTransactionId)
    {
        writer.IsCommand = true;
        (command as ICheckedCommand)?.Check(extensions);
        writer.StartElement(EppNamespaces.Epp, "command");
        writer.StartElement(EppNamespaces.Epp, EnvelopeNames.Of(command.Verb));
        switch (command)
        {
            case IEppTransferCommand transfer:
                writer.Attribute("op", EnvelopeNames.Of(transfer.Operation), EppEnvelopeSchema.TransferOpType, "Operation");
                command.Write(writer);
                break;
            case IPollCommand poll:
                poll.WriteAttributes(writer);
                break;
            default:
                command.Write(writer);
                break;
        }

        writer.EndElement();
        if (extensions.Count > 0)
        {
            ExtensionRules.Check(command, extensions);
            writer.StartElement(EppNamespaces.Epp, "extension");
            foreach (var extension in extensions)
            {
                extension.Write(writer);
            }

            writer.EndElement();
        }

        ClientTransactionId(writer, clientTransactionId);
        writer.EndElement();
    }

    private static void ClientTransactionId(EppXmlWriter writer, string clientTransactionId) =>
        writer.Element(EppNamespaces.Epp, "clTRID", clientTransactionId, EppEnvelopeSchema.TrIdStringType, nameof(ClientTransactionId));
}

/// <summary>Bytes in pooled memory, which is cleared when it is returned, because a message may contain secrets.</summary>
internal readonly struct PooledBytes : IDisposable
{
    private readonly byte[]? _array;
    private readonly int _length;

    public PooledBytes(ReadOnlySpan<byte> bytes)
    {
        _array = ArrayPool<byte>.Shared.Rent(bytes.Length);
        _length = bytes.Length;
        bytes.CopyTo(_array);
    }

    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, _length);

    /// <summary>Returns the memory. Must be called only once; the default value has no memory.</summary>
    public void Dispose()
    {
        if (_array is not null)
        {
            _array.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(_array);
        }
    }
}
