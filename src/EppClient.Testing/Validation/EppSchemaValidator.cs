using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>
/// Validates whole EPP messages against XML schemas. For tests and test servers: a client in production should accept what a registry adds.
/// </summary>
/// <remarks>
/// Instances are safe for use by several threads at once; each set of schemas is read and compiled once per process.
/// <code>
/// IReadOnlyList&lt;string&gt; errors = EppSchemaValidator.For(EppSchemaProfile.Dk).Validate(frame);
/// </code>
/// </remarks>
public sealed class EppSchemaValidator
{
    private const long MaxCharacters = 16 * 1024 * 1024;

    private static readonly ConcurrentDictionary<(EppSchemaProfile Profile, EppWildcards Wildcards), Lazy<EppSchemaValidator>> Validators = new();

    private readonly XmlSchemaSet _schemas;

    private EppSchemaValidator(XmlSchemaSet schemas) => _schemas = schemas;

    /// <summary>The validator for a set of schemas, with strict wildcards.</summary>
    /// <param name="profile">The set of schemas.</param>
    /// <returns>The validator; the same one on each call.</returns>
    public static EppSchemaValidator For(EppSchemaProfile profile) => For(profile, EppWildcards.Strict);

    /// <summary>The validator for a set of schemas.</summary>
    /// <param name="profile">The set of schemas.</param>
    /// <param name="wildcards">What to think of elements that no schema of the set declares.</param>
    /// <returns>The validator; the same one on each call with the same arguments.</returns>
    public static EppSchemaValidator For(EppSchemaProfile profile, EppWildcards wildcards) => Validators.GetOrAdd(
        (profile, wildcards),
        static key => new Lazy<EppSchemaValidator>(() => new EppSchemaValidator(SchemaLibrary.Compile(key.Profile, key.Wildcards)))).Value;

    /// <summary>Validates one message.</summary>
    /// <param name="document">The XML document, in UTF-8 unless its declaration says otherwise; without the length in front of a frame.</param>
    /// <returns>
    /// What is wrong, one line for each fault with its place in the document; empty when the message is valid. The lines may quote values of
    /// the message, secrets included.
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

        // To a schema, every global element is a valid root, and an element it does not know is not worth an error.
        if (reader.LocalName != "epp" || reader.NamespaceURI != EppNamespaces.Epp)
        {
            var place = (IXmlLineInfo)reader;
            errors.Add(Describe(
                place.LineNumber, place.LinePosition, $"The root is '{reader.Name}' of namespace '{reader.NamespaceURI}' instead of 'epp' of '{EppNamespaces.Epp}'."));
        }

        while (reader.Read())
        {
            // Reading is validating: the handler collects what it finds.
        }
    }

    private static string Describe(int line, int position, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line}, position {position}: {message}");
}
