using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Commands on hosts in the form that the registry requires. Hosts cannot be renamed.</summary>
public static class DkHost
{
    /// <summary>
    /// Creates a host that the caller's account manages. If it is below a domain under registrant management, the registrant has to approve it (1001).
    /// </summary>
    /// <param name="name">The name, with U-labels or A-labels.</param>
    /// <param name="addresses">Public addresses; required for a host below a .dk domain, which it may serve (2003 without).</param>
    public static HostCreate Create(string name, params IReadOnlyList<HostAddress> addresses) => new(name, addresses);

    /// <summary>Creates a host for another manager. A manager outside the caller's account has to accept first (1001).</summary>
    /// <param name="name">The name, with U-labels or A-labels.</param>
    /// <param name="manager">The handle of a contact or a registrar.</param>
    /// <param name="addresses">Public addresses.</param>
    public static HostCreate CreateFor(string name, string manager, params IReadOnlyList<HostAddress> addresses) => new(name, addresses)
    {
        Extensions = [new DkHostCreate { RequestedNameServerAdministrator = manager }],
    };

    /// <summary>Requests another manager for a host (1001). A manager that belongs to the caller's account takes effect at once.</summary>
    /// <param name="name">The host.</param>
    /// <param name="manager">The handle of a contact or a registrar.</param>
    public static HostUpdate RequestManager(string name, string manager) => new(name)
    {
        Extensions = [new DkHostUpdate { RequestedNameServerAdministrator = manager }],
    };
}
