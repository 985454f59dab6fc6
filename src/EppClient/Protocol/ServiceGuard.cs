using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>
/// Refuses commands and extensions that the session does not support before they are sent: registries respond with only a code, or not at all.
/// </summary>
internal readonly struct ServiceGuard(EppProfile profile, SessionState session)
{
    /// <summary>Gets the extensions to send with a command. Of alternative extensions, the one that the session supports is chosen.</summary>
    /// <exception cref="EppValidationException">The session does not support the command or one of its extensions.</exception>
    public IReadOnlyList<IEppExtension> Admit(IEppCommand command)
    {
        if (command is IEppElement element && !Speaks(element.NamespaceUri))
        {
            throw Refused(command, element.NamespaceUri);
        }

        var extensions = command.Extensions;
        ExtensionRules.RequireAll(command, extensions);
        for (var i = 0; i < extensions.Count; i++)
        {
            if (extensions[i] is IEppExtensionChoice)
            {
                return [.. extensions.Select(Admit)];
            }
        }

        return AdmitAll(extensions);
    }

    private IReadOnlyList<IEppExtension> AdmitAll(IReadOnlyList<IEppExtension> extensions)
    {
        for (var i = 0; i < extensions.Count; i++)
        {
            Admit(extensions[i]);
        }

        return extensions;
    }

    private IEppExtension Admit(IEppExtension extension)
    {
        var chosen = extension is IEppExtensionChoice choice ? choice.Choose(Speaks) : extension;
        return chosen.ServiceUri is { } uri && !Speaks(uri) ? throw Refused(chosen, uri) : chosen;
    }

    private bool Speaks(string uri) => session.Services.Spoken?.Contains(uri) ?? true;

    private EppValidationException Refused(object part, string uri) => new(part.GetType().Name, Reason(uri));

    private string Reason(string uri)
    {
        var wire = session.Services.Dialect.ToWire(uri);
        string[] offered = [.. session.Greeting.ObjectUris, .. session.Greeting.ExtensionUris];
        if (profile.VersionGroups.FirstOrDefault(g => g.NamespaceUris.Contains(uri))?.NamespaceUris.Where(Speaks).ToArray() is { Length: > 0 } others)
        {
            return $"cannot be sent: the {(offered.Contains(wire) ? "session uses" : "registry offers")} {string.Join(", ", others)}, not {uri}";
        }

        return offered.Contains(wire)
            ? $"cannot be sent: the registry offers {wire}, but it was not announced at login. Add the schema to EppProfile.Schemas"
            : $"cannot be sent: the registry does not offer {wire}. It offers {string.Join(", ", offered)}. If the registry supports it anyway, add it to EppProfile.AlwaysAnnounce";
    }
}
