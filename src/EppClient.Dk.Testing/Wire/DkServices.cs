using EppClient.Dk.Testing.Protocol;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>The objects and extensions that the registry offers in its greeting, and what it makes of others.</summary>
internal sealed class DkServices(DkRegistryOptions options)
{
    private const string WithdrawNamespace = "urn:dkhm:params:xml:ns:dkhm-domain-4.4";

    // RFC 5730, section 3: what the server does not implement.
    private static readonly DkResult UnknownVersion = new(2100, "Unimplemented protocol version");
    private static readonly DkResult UnknownExtension = new(2103, "Unimplemented extension");
    private static readonly DkResult UnknownObject = new(2307, "Unimplemented object service");

    public IReadOnlyList<string> ObjectUris { get; } = [EppNamespaces.Host, EppNamespaces.Domain, EppNamespaces.Contact, EppNamespaces.Balance];

    public IReadOnlyList<string> ExtensionUris { get; } = [.. Extensions(options)];

    /// <summary>Refuses another version or language, and versions of the registry's extension that it does not offer.</summary>
    /// <remarks>Other services are ignored: the registry's own examples announce some that do not exist.</remarks>
    public DkResult? CheckLogin(LoginRequest login)
    {
        if (login.Version is { } version && version != "1.0")
        {
            return UnknownVersion;
        }

        // RFC 5730, section 2.9.1.1: a language from the greeting. The registry has only English.
        if (login.Language is { } language && !language.Equals("en", StringComparison.OrdinalIgnoreCase))
        {
            return DkResult.UnimplementedOption;
        }

        return login.Services.Any(service => service.StartsWith(DkNamespaces.DkhmFamily, StringComparison.Ordinal) && !ExtensionUris.Contains(service))
            ? UnknownExtension
            : null;
    }

    /// <summary>Refuses a command about an object, or with an extension, that the registry does not offer.</summary>
    public DkResult? CheckCommand(ServerCommand command)
    {
        if (command.Object is { } element && !ObjectUris.Contains(element.NamespaceUri))
        {
            return UnknownObject;
        }

        return command.Extensions.All(IsUnderstood) ? null : UnknownExtension;
    }

    /// <summary>Whether a client can read an extension: a response has only extensions that the client announced at login (RFC 5730, section 2.9.1.1).</summary>
    public static bool IsReadBy(IReadOnlyList<string> announced, string extension) => extension switch
    {
        DkNamespaces.Dkhm => announced.Any(service => service.StartsWith(DkNamespaces.DkhmFamily, StringComparison.Ordinal)),

        // Not in the greeting, so that no client can announce it; the registry has no other way to show a redemption.
        EppNamespaces.Rgp => true,
        _ => announced.Contains(extension),
    };

    // A restore has the extension of RFC 3915, although the registry does not offer it.
    private static bool IsUnderstood(IEppElement extension) => extension.NamespaceUri is EppNamespaces.SecDns or EppNamespaces.Rgp or DkNamespaces.Dkhm;

    private static IEnumerable<string> Extensions(DkRegistryOptions options)
    {
        yield return EppNamespaces.SecDns;
        yield return DkhmSchema.Dkhm44.NamespaceUri;
        if (options.SpeaksVersion45)
        {
            yield return DkNamespaces.Dkhm;
        }

        if (!options.Quirks.OmitWithdrawNamespace)
        {
            yield return WithdrawNamespace;
        }
    }
}
