namespace EppClient.Dk;

/// <summary>What an account is to an object of the registry. Several roles can come together; their rights add up.</summary>
[Flags]
public enum DkObjectRoles
{
    /// <summary>None: a registrar that has nothing to do with the object.</summary>
    None = 0,

    /// <summary>The registrar that manages the object, as its sponsoring client. It is admin and payer of its domains by itself.</summary>
    Registrar = 1,

    /// <summary>The admin, or proxy (<i>fuldmægtig</i>), of a domain under registrant management.</summary>
    Admin = 2,

    /// <summary>The payer, or billing contact (<i>betaler</i>), of a domain under registrant management.</summary>
    Payer = 4,

    /// <summary>The name server manager (<i>navneserveransvarlig</i>) of the host, or of all hosts of the domain. Info does not show it.</summary>
    NameServerManager = 8,
}
