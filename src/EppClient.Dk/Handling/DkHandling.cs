using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Determines the handling model of an object from its sponsoring client, the only place where the .dk registry shows it.</summary>
public static class DkHandling
{
    /// <summary>The handle of the registry itself: the sponsor of objects under registrant management.</summary>
    public const string RegistryHandle = "DKHM1-DK";

    private const string RegistrarPrefix = "REG-";

    /// <summary>Gets the handling model that a sponsoring client indicates.</summary>
    /// <param name="sponsoringClientId">The sponsoring client (<c>clID</c>) of a domain, contact or host.</param>
    public static DkHandlingModel Of(string? sponsoringClientId) => sponsoringClientId switch
    {
        RegistryHandle => DkHandlingModel.RegistrantManaged,
        not null when IsRegistrar(sponsoringClientId) => DkHandlingModel.RegistrarManaged,
        _ => DkHandlingModel.Unknown,
    };

    /// <summary>Gets the handling model of a domain.</summary>
    /// <param name="domain">The result of info.</param>
    public static DkHandlingModel GetHandlingModel(this DomainInfoResult domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return Of(domain.SponsoringClientId);
    }

    /// <summary>Gets the handling model of a contact. It is set when the contact is created.</summary>
    /// <param name="contact">The result of info.</param>
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
/// Who manages an object of the .dk registry. The registry has no field for it: the sponsoring client indicates it, see
/// <see cref="DkHandling"/>.
/// </summary>
public enum DkHandlingModel
{
    /// <summary>The sponsoring client does not indicate it, for example because the registry shows other accounts the registrar's name.</summary>
    Unknown,

    /// <summary>
    /// Registrar management (<i>forhandlerhåndtering</i>): the registrar does everything on behalf of the registrant. The only
    /// model of domains registered since 2026-07-01.
    /// </summary>
    RegistrarManaged,

    /// <summary>
    /// Registrant management (<i>registranthåndtering</i>): the registrant deals with the registry. Most commands of other parties
    /// become requests to the registrant, or are refused. Ends on 2028-06-30.
    /// </summary>
    RegistrantManaged,
}
