namespace EppClient.Dk.Testing.Results;

/// <summary>The registry's literal responses about hosts.</summary>
internal static class HostResults
{
    public static DkResult AlreadyExists { get; } = new(2302, "Host already exists");

    public static DkResult RenameUnimplemented { get; } = new(2307, "Unimplemented command");

    public static DkResult InvalidName { get; } = new(2005, "Invalid host name.");

    public static DkResult InvalidTopLevel { get; } = new(2005, "Invalid TLD in host name.");

    public static DkResult RegistrarAsManager { get; } = new(2306, "Registrar handle not permitted as NSA");

    public static DkResult RegistrarAsRequestedManager { get; } = new(2306, "REG handle not permitted for requestedNsAdmin");

    public static DkResult NoPrivilege { get; } = new(2201, "No privilege");

    public static DkResult PendingRegistrant { get; } = new(1001, "Command completed. Pending registrant approval.");

    public static DkResult PendingManager { get; } = new(1001, "Command completed. Pending approval by nameserver contact");

    public static DkResult NotFound { get; } = new(2303, "Host not found");

    public static DkResult Unknown { get; } = new(2303, "Unknown host");

    public static DkResult DoesNotExist { get; } = new(2303, "Host does not exist");

    public static DkResult AddressExists { get; } = new(2004, "Host IP address already exists");

    public static DkResult AddressNotPublic { get; } = new(2004, "Host IP address is not public");

    public static DkResult AddressNotFound { get; } = new(2303, "Host IP address not found");

    public static DkResult AddressNeeded { get; } = new(2304, "Not enough ip addresses after change. Minimum one needed.");

    public static DkResult HasDomains { get; } = new(2305, "Nameserver has active domains, cannot be deleted");
}
