using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>What a session speaks: the services announced at login, and the dialect that follows from them.</summary>
internal sealed record EppServices
{
    public required IReadOnlyList<string> ObjectUris { get; init; }

    public required IReadOnlyList<string> ExtensionUris { get; init; }

    public required EppXmlDialect Dialect { get; init; }

    /// <summary>Announces what the greeting offers and the profile knows: of a namespace in several versions the newest only.</summary>
    public static EppServices Negotiate(EppProfile profile, EppGreeting greeting)
    {
        List<EppSchemaVersion> older = [];
        List<string> objects = [];
        List<string> extensions = [];
        foreach (var schema in profile.Schemas)
        {
            var uri = schema.NamespaceUri;
            if (Choose(profile, uri, greeting.ObjectUris, older) is { } objectUri)
            {
                objects.Add(objectUri);
            }
            else if (Choose(profile, uri, greeting.ExtensionUris, older) is { } extensionUri)
            {
                extensions.Add(extensionUri);
            }
        }

        return new EppServices
        {
            // Login needs at least one (epp:loginSvcType); a greeting without any that we know gets its own list back.
            ObjectUris = objects.Count > 0 ? objects : greeting.ObjectUris,
            ExtensionUris = extensions,
            Dialect = new EppXmlDialect { Families = profile.Families, Versions = older, Overlay = profile.Overlay },
        };
    }

    private static string? Choose(EppProfile profile, string canonical, IReadOnlyList<string> offered, List<EppSchemaVersion> older)
    {
        if (offered.Contains(canonical))
        {
            return canonical;
        }

        foreach (var version in profile.OlderVersions)
        {
            if (version.CanonicalNamespaceUri == canonical && offered.Contains(version.NamespaceUri))
            {
                older.Add(version);
                return version.NamespaceUri;
            }
        }

        return null;
    }
}
