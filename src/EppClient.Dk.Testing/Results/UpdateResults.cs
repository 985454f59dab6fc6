namespace EppClient.Dk.Testing.Results;

/// <summary>The registry's literal responses to the parts of a domain update, including misspellings.</summary>
internal static class UpdateResults
{
    public static DkResult RegistrantNotAlone { get; } = new(2306, "Change of registrant cannot be combined with other changes");

    public static DkResult RegistrantPrivilege { get; } = new(2201, "No privilege. You are not authorized to change registrant");

    public static DkResult RegistrarGroup { get; } = new(2304, "Bad userid. User is in a registrar group");

    public static DkResult UnusableRegistrant { get; } = new(2201, "The given handle/user ID cannot be used as registrant");

    public static DkResult UncheckedRegistrant { get; } =
        new(2201, "The given handle/user ID cannot be used as registrant, due to missing/rejected ID control");

    public static DkResult PendingRegistrantAccept { get; } = new(1001, "Command completed. Pending registrant accept");

    public static DkResult NoNameServers { get; } = new(2003, "No nameservers supplied.");

    public static DkResult TooFewHosts { get; } = new(2308, "Too few hosts.");

    public static DkResult TooManyHosts { get; } = new(2303, "Too many hosts.");

    public static DkResult RemoveByAddress { get; } = new(2303, "IP not supported for nameserver remove");

    public static DkResult AddByAddress { get; } = new(2303, "IP not supported for nameserver add");

    public static DkResult NotLinked { get; } = new(2303, "Host / domain relation not found");

    public static DkResult AlreadyLinked { get; } = new(2302, "Host / domain relation already exists");

    public static DkResult GlueRequired { get; } = new(2303, "Gluerecords required on new nameserver");

    public static DkResult NotManagerOfAll { get; } = new(2004, "No privilege. You are not NSA for all nameservers (old and new)");

    public static DkResult NameServerChangeFailed { get; } = new(2201, "Nameserver Change failed");

    public static DkResult AllAndSingleKeys { get; } = new(2306, "Remove \"all\" and specific keys not allowed in same operation.");

    public static DkResult DsNotFound { get; } = new(2303, "DS set not found");

    public static DkResult NoDs { get; } = new(2303, "No DS records for domain");

    public static DkResult DsExists { get; } = new(2302, "DS set already exists");

    public static DkResult DigestLength { get; } = new(2004, "Bad digest length");

    public static DkResult AuthInfoMisuse { get; } = new(2002, "Command use error");

    public static DkResult UnknownKeyword { get; } = new(2001, "Command syntax error");

    public static DkResult SetAuthInfoPrivilege { get; } = new(2201, "No privilege. You are not authorized to set authinfo");

    public static DkResult UnsetAuthInfoPrivilege { get; } = new(2201, "No privilege. You are not authorized to unset authinfo");

    public static DkResult AutoRenewPrivilege { get; } = new(2201, "No privilege. You are not authorized to change auto_renew");

    public static DkResult RestorePrivilege { get; } = new(2201, "No privilege. You are not authorized to restore domain");

    public static DkResult RoleNotPermitted { get; } = new(2306, "Role not permitted");

    public static DkResult SignatureLife { get; } = new(2307, "maxSigLife not supported");

    // "perfomed" is the registry's spelling.
    public static DkResult MultipleOperations(IReadOnlyList<string> operations) =>
        new(2308, $"Multiple operations perfomed in one request: ({string.Join(", ", operations)})");

    public static DkResult HostNotFound(string host) => new(2303, $"Host not found: {host}");
}
