using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>
/// Validates complete EPP messages against XML schemas. For tests and test servers: a client in production should accept a registry's additions.
/// </summary>
/// <remarks>
/// Thread-safe. Each set of schemas is read and compiled once per process.
/// <code>
/// IReadOnlyList&lt;string&gt; errors = EppSchemaValidator.For(EppSchemaProfile.Standard).Validate(frame);
/// </code>
/// </remarks>
public sealed class EppSchemaValidator
{
    private const long MaxCharacters = 16 * 1024 * 1024;

    private static readonly ConcurrentDictionary<(EppSchemaProfile Profile, EppWildcards Wildcards), Lazy<EppSchemaValidator>> Validators = new();

    private readonly XmlSchemaSet _schemas;

    private EppSchemaValidator(XmlSchemaSet schemas) => _schemas = schemas;

    /// <summary>Gets the validator for a set of schemas, with strict wildcards.</summary>
    /// <param name="profile">The set of schemas.</param>
    /// <returns>The validator; the same instance on each call.</returns>
    public static EppSchemaValidator For(EppSchemaProfile profile) => For(profile, EppWildcards.Strict);

    /// <summary>Gets the validator for a set of schemas.</summary>
    /// <param name="profile">The set of schemas.</param>
    /// <param name="wildcards">How to treat elements that no schema of the set declares.</param>
    /// <returns>The validator; the same instance on each call with the same arguments.</returns>
    public static EppSchemaValidator For(EppSchemaProfile profile, EppWildcards wildcards) => Validators.GetOrAdd(
        (profile, wildcards),
        static key => new Lazy<EppSchemaValidator>(() => new EppSchemaValidator(SchemaLibrary.Compile(key.Profile, key.Wildcards)))).Value;

    /// <summary>Validates one message.</summary>
    /// <param name="document">The XML document, in UTF-8 unless its declaration says otherwise, without the frame's length header.</param>
    /// <returns>
    /// The errors, one line for each with its position in the document; empty if the message is valid. The lines may contain values of the
    /// message, including secrets.
    /// </returns>
    public IReadOnlyList<string> Validate(ReadOnlyMemory<byte> document)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = MaxCharacters,
            ValidationType = ValidationType.Schema,
            ValidationFlags = XmlSchemaValidationFlags.AllowXmlAttributes,
            Schemas = _schemas,
        };
        settings.ValidationEventHandler += (_, e) => errors.Add(Describe(e.Exception.LineNumber, e.Exception.LinePosition, e.Message));
        try
        {
            using var stream = new MemoryStream(document.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, settings);
            ReadAll(reader, errors);
        }
        catch (XmlException e)
        {
            errors.Add(Describe(e.LineNumber, e.LinePosition, e.Message));
        }

        return errors;
    }

    private static void ReadAll(XmlReader reader, List<string> errors)
    {
        reader.MoveToContent();

        // The schema accepts every global element as the root, and reports no error for an unknown one.
        if (reader.LocalName != "epp" || reader.NamespaceURI != EppNamespaces.Epp)
        {
            var place = (IXmlLineInfo)reader;
            errors.Add(Describe(
                place.LineNumber, place.LinePosition, $"The root is '{reader.Name}' of namespace '{reader.NamespaceURI}' instead of 'epp' of '{EppNamespaces.Epp}'."));
        }

        while (reader.Read())
        {
            // Reading validates: the handler collects the errors.
        }
    }

    private static string Describe(int line, int position, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line}, position {position}: {message}");
}
