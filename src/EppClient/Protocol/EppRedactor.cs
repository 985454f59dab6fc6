using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// Makes messages fit for human eyes, as <see cref="EppOptions.WireListener"/> shows them: for what sees messages another way, such as a
/// server in a test, or a recording.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class EppRedactor
{
    private readonly WireRedactor _redactor;
    private readonly EppXmlDialect _dialect;

    /// <summary>Creates a redactor.</summary>
    /// <param name="profile">The registry's: its schemas mark what is secret or personal.</param>
    public EppRedactor(EppProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _redactor = new WireRedactor(new EppSchemaSet(profile.Schemas));
        _dialect = profile.Dialect;
    }

    /// <summary>Redacts a document, sent or received.</summary>
    /// <param name="document">The document, in any encoding that XML declares.</param>
    /// <returns>The document, indented, with passwords, tokens and personal data masked as <c>***</c>; a note where it is not XML.</returns>
    public string Redact(ReadOnlyMemory<byte> document) => _redactor.Redact(document, _dialect);
}
