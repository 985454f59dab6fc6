using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>The commands on hosts whose form is the registry's own. Hosts cannot be renamed.</summary>
public static class DkHost
{
    /// <summary>
    /// Creates a host that the caller's account manages. Below a domain under registrant management its registrant is asked first (1001).
    /// </summary>
    /// <param name="name">The name, in any form.</param>
    /// <param name="addresses">Public addresses; needed below a .dk domain, which the host may serve (2003 without).</param>
    public static HostCreate Create(string name, params IReadOnlyList<HostAddress> addresses) => new(name, addresses);

    /// <summary>Creates a host for somebody else to manage. Who is not of the caller's account is asked first (1001).</summary>
    /// <param name="name">The name, in any form.</param>
    /// <param name="manager">The handle of a contact or a registrar.</param>
    /// <param name="addresses">Public addresses.</param>
    public static HostCreate CreateFor(string name, string manager, params IReadOnlyList<HostAddress> addresses) => new(name, addresses)
    {
        Extensions = [new DkHostCreate { RequestedNameServerAdministrator = manager }],
    };

    /// <summary>Asks somebody else to manage a host (1001). Who belongs to the caller's account becomes its manager at once.</summary>
    /// <param name="name">The host.</param>
    /// <param name="manager">The handle of a contact or a registrar.</param>
    public static HostUpdate RequestManager(string name, string manager) => new(name)
    {
        Extensions = [new DkHostUpdate { RequestedNameServerAdministrator = manager }],
    };
}
