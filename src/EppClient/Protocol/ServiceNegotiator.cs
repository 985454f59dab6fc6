using System.Collections.Frozen;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Decides which services to announce at login: those that the greeting offers and the profile supports.</summary>
internal sealed class ServiceNegotiator
{
    private readonly EppProfile _profile;
    private readonly EppXmlDialect _dialect;
    private readonly HashSet<string> _objectsOffered;
    private readonly HashSet<string> _extensionsOffered;
    private readonly List<EppSchemaVersion> _older = [];
    private readonly List<string> _objects = [];
    private readonly List<string> _extensions = [];
    private readonly HashSet<string> _spoken;

    // The offered services, in the spelling of the greeting.
    private readonly Dictionary<string, string> _namespaceCases = new(StringComparer.OrdinalIgnoreCase);

    private ServiceNegotiator(EppProfile profile, EppGreeting greeting)
    {
        _profile = profile;
        _dialect = profile.Dialect;
        _objectsOffered = Canonical(greeting.ObjectUris);
        _extensionsOffered = Canonical(greeting.ExtensionUris);
        _spoken = new HashSet<string>(profile.NeverAnnounce, StringComparer.Ordinal);
    }

    public static EppServices Negotiate(EppProfile profile, EppGreeting greeting, EppLoginSecurity loginSecurity = EppLoginSecurity.Never) =>
        new ServiceNegotiator(profile, greeting).Negotiate(greeting, loginSecurity);

    private EppServices Negotiate(EppGreeting greeting, EppLoginSecurity loginSecurity)
    {
        foreach (var schema in _profile.Schemas.DistinctBy(schema => schema.NamespaceUri))
        {
            if (schema.NamespaceUri != EppNamespaces.LoginSecurity && IsPreferred(schema.NamespaceUri))
            {
                Announce(schema.NamespaceUri);
            }
        }

        foreach (var practice in _profile.PracticeUris)
        {
            Announce(practice);
        }

        foreach (var uri in _profile.AlwaysAnnounce.Where(uri => !_spoken.Contains(uri)))
        {
            AnnounceAs(_extensions, uri, uri);
        }

        var hasLoginSecurity = loginSecurity != EppLoginSecurity.Never && (Announce(EppNamespaces.LoginSecurity) || _spoken.Contains(EppNamespaces.LoginSecurity));
        return new EppServices
        {
            // Login needs at least one object (epp:loginSvcType). If the profile supports none of the offered objects, all of them are announced.
            ObjectUris = _objects.Count > 0 ? _objects : Offered(greeting) is { Count: > 0 } offered ? offered : OwnObjects(),
            ExtensionUris = _extensions,
            Dialect = _profile.DialectWith(_older, _objectsOffered),
            Spoken = _objects.Count > 0 ? _spoken.ToFrozenSet(StringComparer.Ordinal) : null,
            HasLoginSecurity = hasLoginSecurity,
        };
    }

    private static List<string> Offered(EppGreeting greeting) => [.. greeting.ObjectUris.Where(uri => !string.IsNullOrWhiteSpace(uri))];

    /// <summary>
    /// Gets the objects for a greeting that offers none: the RFC objects that the profile supports; if there are none, all of its services that may be an
    /// object.
    /// </summary>
    private List<string> OwnObjects()
    {
        var known = _profile.Schemas.Select(schema => schema.NamespaceUri).Distinct(StringComparer.Ordinal).Where(uri => !_profile.NeverAnnounce.Contains(uri)).ToList();
        var objects = known.Where(uri => uri is EppNamespaces.Domain or EppNamespaces.Host or EppNamespaces.Contact).ToList();
        return [.. (objects.Count > 0 ? objects : known.Where(uri => !_spoken.Contains(uri) && !_extensionsOffered.Contains(uri))).Select(_dialect.ToWire)];
    }

    /// <summary>Whether a service is not part of a version group, or is the first offered version of its group.</summary>
    private bool IsPreferred(string uri) =>
        _profile.VersionGroups.FirstOrDefault(g => g.NamespaceUris.Contains(uri)) is not { AnnounceAll: false } group
        || group.NamespaceUris.FirstOrDefault(IsOffered) == uri;

    private bool IsOffered(string uri) =>
        _objectsOffered.Contains(uri) || _extensionsOffered.Contains(uri) || _profile.AlwaysAnnounce.Contains(uri) || _profile.NeverAnnounce.Contains(uri);

    private bool Announce(string canonical) =>
        !_profile.NeverAnnounce.Contains(canonical)
        && (Announce(canonical, _objectsOffered, _objects) || Announce(canonical, _extensionsOffered, _extensions));

    private bool Announce(string canonical, HashSet<string> offered, List<string> announced)
    {
        if (offered.Contains(canonical))
        {
            AnnounceAs(announced, canonical, canonical);
            return true;
        }

        if (_profile.OlderVersions.FirstOrDefault(v => v.CanonicalNamespaceUri == canonical && offered.Contains(v.NamespaceUri)) is not { } older)
        {
            return false;
        }

        _older.Add(older);
        AnnounceAs(announced, canonical, older.NamespaceUri);
        return true;
    }

    private void AnnounceAs(List<string> announced, string canonical, string uri)
    {
        _spoken.Add(canonical);

        // Announce a namespace in the registry's spelling, which may differ in case.
        announced.Add(_namespaceCases.GetValueOrDefault(uri) ?? _dialect.ToWire(uri));
    }

    private HashSet<string> Canonical(IReadOnlyList<string> wire)
    {
        foreach (var uri in wire.Where(uri => !string.IsNullOrWhiteSpace(uri)))
        {
            _namespaceCases[_dialect.Unmap(uri)] = uri;
        }

        return wire.Select(_dialect.Unmap).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>The services that a session announced at login, and the resulting dialect.</summary>
internal sealed record EppServices
{
    /// <summary>The namespaces of the announced objects, in the registry's spelling.</summary>
    public required IReadOnlyList<string> ObjectUris { get; init; }

    /// <summary>The namespaces of the announced extensions, in the registry's spelling.</summary>
    public required IReadOnlyList<string> ExtensionUris { get; init; }

    public required EppXmlDialect Dialect { get; init; }

    /// <summary>The services that commands may use, by their canonical namespaces; null if the greeting offers no object that the profile supports.</summary>
    public FrozenSet<string>? Spoken { get; init; }

    /// <summary>Whether the login uses RFC 8807.</summary>
    public bool HasLoginSecurity { get; init; }
}

/// <summary>Chooses a language that the greeting offers, if the options set none.</summary>
internal static class LanguageChoice
{
    private const string Preferred = "en";

    /// <summary>Chooses the language of the login, in the registry's spelling.</summary>
    /// <param name="offered">The languages that the greeting offers.</param>
    /// <returns>
    /// "en"; otherwise a regional English (basic filtering of RFC 4647, section 3.3.1); otherwise the first language; "en" if none is offered.
    /// </returns>
    public static string Of(IReadOnlyList<string> offered) =>
        offered.FirstOrDefault(tag => tag.Equals(Preferred, StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(tag => tag.StartsWith(Preferred + "-", StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(IsTag)
        ?? Preferred;

    // An invalid language tag cannot be sent.
    private static bool IsTag(string tag) => EppForms.Fault(tag, EppValueForm.Language) is null;
}
