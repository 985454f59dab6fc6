using EppClient.Xml;

namespace EppClient;

/// <summary>The outermost element of every message.</summary>
public static class EppEnvelope
{
    /// <summary>Writes a message.</summary>
    /// <param name="dialect">How the registry spells things.</param>
    /// <param name="body">Writes what stands inside the <c>epp</c> element.</param>
    /// <returns>The document in UTF-8.</returns>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    public static ReadOnlyMemory<byte> Write(EppXmlDialect dialect, Action<EppXmlWriter> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Write(dialect, body, static (writer, write) => write(writer));
    }

    /// <inheritdoc cref="Write(EppXmlDialect, Action{EppXmlWriter})"/>
    /// <typeparam name="TState">What the body needs, so that it need not capture it.</typeparam>
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
