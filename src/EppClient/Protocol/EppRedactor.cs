using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// Masks secrets and personal data in messages, as for <see cref="EppObservabilityOptions.WireListener"/>. For messages from other sources, such as a test server or
/// a recording.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class EppRedactor
{
    private readonly WireRedactor _redactor;
    private readonly EppXmlDialect _dialect;

    /// <summary>Creates a redactor.</summary>
    /// <param name="profile">The profile of the registry. Its schemas mark which elements are secret or personal.</param>
    public EppRedactor(EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _redactor = new WireRedactor(new EppSchemaSet(profile.Schemas));
        _dialect = profile.Dialect;
    }

    /// <summary>Redacts a document that was sent or received.</summary>
    /// <param name="document">The document, in UTF-8 or the encoding that it declares.</param>
    /// <returns>The document, indented, with passwords, tokens and personal data masked as <c>***</c>; a note if it is not well-formed XML.</returns>
    public string Redact(ReadOnlyMemory<byte> document) => _redactor.Redact(document, _dialect);
}
