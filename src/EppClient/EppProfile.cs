using System.Security.Authentication;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>What is particular to a registry, as data: schemas, versions, limits.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed record EppProfile
{
    /// <summary>A short name, for logs and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>The schemas that are known. Of these, login announces what the greeting offers.</summary>
    public required IReadOnlyList<EppSchema> Schemas { get; init; }

    /// <summary>Namespaces that the registry replaces by its own, the envelope's among them. Default: none.</summary>
    public IReadOnlyList<EppNamespaceMapping> Namespaces { get; init; } = [];

    /// <summary>Namespaces that occur in several versions and are read as one.</summary>
    public IReadOnlyList<EppNamespaceFamily> Families { get; init; } = [];

    /// <summary>Older versions that are spoken where the greeting does not offer the newest, in order of preference.</summary>
    public IReadOnlyList<EppSchemaVersion> OlderVersions { get; init; } = [];

    /// <summary>Versions that have types of their own, where one of them is to be announced. Default: none.</summary>
    public IReadOnlyList<EppVersionGroup> VersionGroups { get; init; } = [];

    /// <summary>
    /// Operational practices: services without a schema, announced where the greeting offers them. Default: the withheld content of
    /// RFC 9038, which responses show as <see cref="EppResponse.UnhandledNamespaces"/>, and RFC 9154, which asks of the application that it
    /// sets authorization information for a transfer only. Leave out what yours does not keep to.
    /// </summary>
    public IReadOnlyList<string> PracticeUris { get; init; } = [EppNamespaces.UnhandledNamespaces, EppNamespaces.SecureAuthInfoTransfer];

    /// <summary>Services that the registry speaks though its greeting does not offer them; announced all the same. Default: none.</summary>
    public IReadOnlyList<string> AlwaysAnnounce { get; init; } = [];

    /// <summary>Services that the registry speaks but does not want to see in a login, offered or not. Default: none.</summary>
    public IReadOnlyList<string> NeverAnnounce { get; init; } = [];

    /// <summary>What the registry changes in the RFCs' schemas.</summary>
    public EppSchemaOverlay Overlay { get; init; } = new();

    /// <summary>
    /// How parts of the registry's messages that violate their schema are handled. Default: <see cref="EppReadMode.Tolerant"/>, which delivers the
    /// readable parts; see <see cref="EppResponse.ReadDiagnostics"/>. Strict reading is for tests of a registry's conformance.
    /// </summary>
    public EppReadMode ReadMode { get; init; }

    /// <summary>
    /// The services that the registry's greeting is known to offer, as the RFCs or the registry name them. A greeting that offers more or
    /// fewer is reported, see <see cref="EppOptions.GreetingListener"/>. Default: none, which is not compared.
    /// </summary>
    public IReadOnlyList<string> OfferedServices { get; init; } = [];

    /// <summary>What the registry demands of a new password, beside its schema. Default: null, nothing.</summary>
    public EppPasswordPolicy? PasswordPolicy { get; init; }

    /// <summary>
    /// What the text of a result contains where the registry has made a closing code of another one, so that a 2501 or 2502 without it has the
    /// meaning of the RFC. Default: none, which leaves the RFC's meaning to 2500, 2501 and 2502.
    /// </summary>
    public IReadOnlyList<string> ClosingTexts { get; init; } = [];

    /// <summary>What closing codes stand for, where several are possible and the registry's texts tell them apart. Default: none.</summary>
    public IReadOnlyList<EppClosingCode> ClosingCodes { get; init; } = [];

    /// <summary>
    /// What the text of a poll message contains where it says that a pending action was undone, although its <c>paResult</c> is 1. An
    /// <see cref="EppResponse.Pending"/> whose transaction ids it has ends as not carried out. Compared without regard to case. Default: none.
    /// </summary>
    public IReadOnlyList<string> UndoneActionTexts { get; init; } = [];

    /// <summary>Further servers of the registry, in the order in which they are tried; see <see cref="EppOptions.FallbackEndpoints"/>. Default: none.</summary>
    public IReadOnlyList<EppEndpoint> FallbackEndpoints { get; init; } = [];

    /// <summary>
    /// The versions of TLS that the registry speaks well, where <see cref="EppTlsOptions.Versions"/> does not say otherwise: TLS 1.2, TLS 1.3
    /// or both. Default: null, both.
    /// </summary>
    public SslProtocols? TlsVersions { get; init; }

    /// <summary>
    /// Whether the registry sends a greeting only after a hello, although RFC 5730, section 2.4 requires it to send one on connection. Each session
    /// then begins with a hello. Default: false.
    /// </summary>
    public bool HelloFirst { get; init; }

    /// <summary>What the registry limits. Default: <see cref="EppRegistryLimits.Cautious"/>.</summary>
    public EppRegistryLimits Limits { get; init; } = EppRegistryLimits.Cautious;

    /// <summary>
    /// What finds out what became of a command that got no answer; the first that handles a command is asked. Default: none;
    /// <c>EppProfiles.Standard</c> brings those of the RFCs. Put those of the registry first.
    /// </summary>
    public IReadOnlyList<IEppReconciler> Reconcilers { get; init; } = [];

    /// <summary>
    /// How long the registry may still process a command after its connection was closed. Until then, a query that shows no effect
    /// of the command is inconclusive, and is repeated at the end of this time. Default: 20 seconds; from zero to a day.
    /// </summary>
    public TimeSpan ReconciliationDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How the registry spells things, before its greeting has told which versions it speaks.</summary>
    internal EppXmlDialect Dialect => new() { Namespaces = Namespaces, Families = Families, Overlay = Overlay, ReadMode = ReadMode };

    /// <summary>How the registry spells things, now that its greeting has told which versions it speaks.</summary>
    internal EppXmlDialect DialectWith(IReadOnlyList<EppSchemaVersion> versions, IReadOnlyCollection<string> objectUris) =>
        new() { Namespaces = Namespaces, Families = Families, Overlay = Overlay, Versions = versions, ObjectUris = objectUris, ReadMode = ReadMode };

    /// <summary>
    /// What a command would be on the wire, without a connection: where the registry offers all that this profile knows, in the newest
    /// versions. For dry runs, and for tests of your own code.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="clientTransactionId">The transaction id to show. Default: <c>not-sent</c>.</param>
    /// <exception cref="EppValidationException">The command breaks a rule of its schema or of the registry.</exception>
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

/// <summary>What one closing code of a registry stands for.</summary>
/// <param name="Code">The closing code, such as 2503.</param>
/// <param name="Original">The code that the registry made it of, such as 2303.</param>
/// <param name="Text">How the text of the result begins, whatever the case.</param>
public sealed record EppClosingCode(EppResultCode Code, EppResultCode Original, string Text);
