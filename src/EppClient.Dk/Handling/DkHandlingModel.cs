namespace EppClient.Dk;

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
