using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Reads the handling model of objects from their sponsoring client, the only place where the .dk registry shows it.</summary>
public static class DkHandling
{
    /// <summary>The handle of the registry itself: it sponsors what registrants manage.</summary>
    public const string RegistryHandle = "DKHM1-DK";

    private const string RegistrarPrefix = "REG-";

    /// <summary>The handling model that a sponsoring client stands for.</summary>
    /// <param name="sponsoringClientId">The sponsoring client (<c>clID</c>) of a domain, contact or host.</param>
    public static DkHandlingModel Of(string? sponsoringClientId) => sponsoringClientId switch
    {
        RegistryHandle => DkHandlingModel.RegistrantManaged,
        not null when IsRegistrar(sponsoringClientId) => DkHandlingModel.RegistrarManaged,
        _ => DkHandlingModel.Unknown,
    };

    /// <summary>The handling model of a domain.</summary>
    /// <param name="domain">What info answered.</param>
    public static DkHandlingModel GetHandlingModel(this DomainInfoResult domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return Of(domain.SponsoringClientId);
    }

    /// <summary>The handling model of a contact. It is settled when the contact is created.</summary>
    /// <param name="contact">What info answered.</param>
    public static DkHandlingModel GetHandlingModel(this ContactInfoResult contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Of(contact.SponsoringClientId);
    }

    private static bool IsRegistrar(string handle) =>
        handle.Length > RegistrarPrefix.Length
        && handle.StartsWith(RegistrarPrefix, StringComparison.Ordinal)
        && handle.AsSpan(RegistrarPrefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>
/// Who handles an object of the .dk registry. The registry has no field for it: the sponsoring client tells, see
/// <see cref="DkHandling"/>.
/// </summary>
public enum DkHandlingModel
{
    /// <summary>The sponsoring client does not tell, for instance because the registry shows a registrar's name to outsiders.</summary>
    Unknown,

    /// <summary>
    /// Registrar management (<i>forhandlerhåndtering</i>): the registrar does everything on behalf of the registrant. The only
    /// model of domain names registered since 2026-07-01.
    /// </summary>
    RegistrarManaged,

    /// <summary>
    /// Registrant management (<i>registranthåndtering</i>): the registrant deals with the registry, and most commands of
    /// others become requests to the registrant, or are refused. Ends on 2028-06-30.
    /// </summary>
    RegistrantManaged,
}
