using System.ComponentModel;
using EppClient.Xml;

namespace EppClient;

/// <summary>Writes the <c>epp</c> element, the root of every message.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EppEnvelope
{
    /// <summary>Writes a message.</summary>
    /// <param name="dialect">The dialect of the registry.</param>
    /// <param name="body">Writes the content of the <c>epp</c> element.</param>
    /// <returns>The document, in UTF-8.</returns>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public static ReadOnlyMemory<byte> Write(EppXmlDialect dialect, Action<EppXmlWriter> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Write(dialect, body, static (writer, write) => write(writer));
    }

    /// <inheritdoc cref="Write(EppXmlDialect, Action{EppXmlWriter})"/>
    /// <typeparam name="TState">The state that is passed to the body, so that it need not be captured.</typeparam>
    internal static ReadOnlyMemory<byte> Write<TState>(EppXmlDialect dialect, TState state, Action<EppXmlWriter, TState> body)
    {
        using var writer = new EppXmlWriter(dialect);
        Write(writer, state, body);
        return writer.Document.ToArray();
    }

    internal static void Write<TState>(EppXmlWriter writer, TState state, Action<EppXmlWriter, TState> body)
    {
        writer.StartElement(EppNamespaces.Epp, "epp");
        body(writer, state);
        writer.EndElement();
    }
}
