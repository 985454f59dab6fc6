using System.Security.Authentication;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>The differences of a registry from the RFCs: schemas, versions, limits.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record EppProfile
{
    /// <summary>A short name for logs and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>The known schemas. The login announces those that the greeting offers.</summary>
    public required IReadOnlyList<EppSchema> Schemas { get; init; }

    /// <summary>The namespaces that the registry replaces with its own, including that of the envelope. Default: none.</summary>
    public IReadOnlyList<EppNamespaceMapping> Namespaces { get; init; } = [];

    /// <summary>The namespaces that occur in several versions and are read as one.</summary>
    public IReadOnlyList<EppNamespaceFamily> Families { get; init; } = [];

    /// <summary>The older versions to use if the greeting does not offer the newest, in order of preference.</summary>
    public IReadOnlyList<EppSchemaVersion> OlderVersions { get; init; } = [];

    /// <summary>The groups of versions with separate types, of which one is announced. Default: none.</summary>
    public IReadOnlyList<EppVersionGroup> VersionGroups { get; init; } = [];

    /// <summary>
    /// The operational practices (services without a schema) to announce if the greeting offers them. Default: the withheld content of RFC 9038,
    /// which responses show as <see cref="EppResponse.UnhandledNamespaces"/>, and RFC 9154, which requires that the application sets authorization
    /// information only for a transfer. Remove the practices that your application does not follow.
    /// </summary>
    public IReadOnlyList<string> PracticeUris { get; init; } = [EppNamespaces.UnhandledNamespaces, EppNamespaces.SecureAuthInfoTransfer];

    /// <summary>The services to announce although the greeting does not offer them, because the registry supports them. Default: none.</summary>
    public IReadOnlyList<string> AlwaysAnnounce { get; init; } = [];

    /// <summary>The services never to announce, even if offered, because the registry does not accept them in a login. Default: none.</summary>
    public IReadOnlyList<string> NeverAnnounce { get; init; } = [];

    /// <summary>The changes of the registry to the schemas of the RFCs.</summary>
    public EppSchemaOverlay Overlay { get; init; } = new();

    /// <summary>
    /// How parts of the registry's messages that violate their schema are handled. Default: <see cref="EppReadMode.Tolerant"/>, which delivers the
    /// readable parts; see <see cref="EppResponse.ReadDiagnostics"/>. Strict reading is for tests of a registry's conformance.
    /// </summary>
    public EppReadMode ReadMode { get; init; }

    /// <summary>
    /// The services that the registry's greeting is known to offer, as the RFCs or the registry name them. A greeting that offers more or fewer is
    /// reported; see <see cref="EppObservabilityOptions.GreetingListener"/>. Default: none, no comparison.
    /// </summary>
    public IReadOnlyList<string> OfferedServices { get; init; } = [];

    /// <summary>The rules of the registry for a new password, in addition to its schema. Default: null, none.</summary>
    public EppPasswordPolicy? PasswordPolicy { get; init; }

    /// <summary>
    /// The texts in a result that show that the registry replaced another code with a closing code. A 2501 or 2502 without such a text has the
    /// meaning of the RFC. Default: none; 2500, 2501 and 2502 then always have the meaning of the RFC.
    /// </summary>
    public IReadOnlyList<string> ClosingTexts { get; init; } = [];

    /// <summary>The original codes of closing codes that have several possible ones, distinguished by the registry's texts. Default: none.</summary>
    public IReadOnlyList<EppClosingCode> ClosingCodes { get; init; } = [];

    /// <summary>
    /// The texts in a poll message that show that a pending action was undone although its <c>paResult</c> is 1. An <see cref="EppResponse.Pending"/>
    /// with the same transaction ids then completes as not carried out. The comparison ignores case. Default: none.
    /// </summary>
    public IReadOnlyList<string> UndoneActionTexts { get; init; } = [];

    /// <summary>
    /// The fallback servers of the registry, in the order in which they are tried; see <see cref="EppConnectionOptions.FallbackEndpoints"/>. Default: none.
    /// </summary>
    public IReadOnlyList<EppEndpoint> FallbackEndpoints { get; init; } = [];

    /// <summary>
    /// The TLS versions that work with the registry, unless <see cref="EppTlsOptions.Versions"/> is set: TLS 1.2, TLS 1.3 or both. Default: null,
    /// both.
    /// </summary>
    public SslProtocols? TlsVersions { get; init; }

    /// <summary>
    /// Whether the registry sends a greeting only after a hello, although RFC 5730, section 2.4 requires it to send one on connection. Each session
    /// then begins with a hello. Default: false.
    /// </summary>
    public bool HelloFirst { get; init; }

    /// <summary>The limits of the registry. Default: <see cref="EppRegistryLimits.Cautious"/>.</summary>
    public EppRegistryLimits Limits { get; init; } = EppRegistryLimits.Cautious;

    /// <summary>
    /// The reconcilers that determine the outcome of a command that got no response. The first one that handles the command is used. Default: none;
    /// <c>EppProfiles.Standard</c> contains those of the RFCs. Put those of the registry first.
    /// </summary>
    public IReadOnlyList<IEppReconciler> Reconcilers { get; init; } = [];

    /// <summary>
    /// How long the registry may still process a command after its connection was closed. Until then, a query that shows no effect
    /// of the command is inconclusive, and is repeated at the end of this time. Default: 20 seconds; from zero to a day.
    /// </summary>
    public TimeSpan ReconciliationDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The dialect of the registry before its greeting determines the versions.</summary>
    internal EppXmlDialect Dialect => new() { Namespaces = Namespaces, Families = Families, Overlay = Overlay, ReadMode = ReadMode };

    /// <summary>The dialect of the registry with the versions that its greeting determined.</summary>
    internal EppXmlDialect DialectWith(IReadOnlyList<EppSchemaVersion> versions, IReadOnlyCollection<string> objectUris) =>
        new() { Namespaces = Namespaces, Families = Families, Overlay = Overlay, Versions = versions, ObjectUris = objectUris, ReadMode = ReadMode };

    /// <summary>
    /// Returns the message that would be sent for a command, without a connection, as if the registry offered everything in this profile in the
    /// newest versions. For dry runs and for tests of your own code.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="clientTransactionId">The transaction id in the message. Default: <c>not-sent</c>.</param>
    /// <exception cref="EppValidationException">The command violates its schema or a rule of the registry.</exception>
    public EppWireMessage Preview(IEppCommand command, string clientTransactionId = "not-sent")
    {
        ArgumentNullException.ThrowIfNull(command);
        var document = MessageWriter.Command(command, Dialect, clientTransactionId);
        CheckLimit.Require(Limits, command, document);
        return new EppWireMessage(IsSent: true, new WireRedactor(new EppSchemaSet([.. Schemas])).Redact(document, Dialect));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>The original code of a closing code of a registry.</summary>
/// <param name="Code">The closing code, such as 2503.</param>
/// <param name="Original">The code that the closing code replaces, such as 2303.</param>
/// <param name="Text">The beginning of the text of the result, regardless of case.</param>
public sealed record EppClosingCode(EppResultCode Code, EppResultCode Original, string Text);
