using System.Globalization;

namespace EppClient.Dk.Testing.Results;

/// <summary>The registry's literal responses about domains, including misspellings.</summary>
internal static class DomainResults
{
    public static DkResult NotFound { get; } = new(2303, "Domain not found");

    public static DkResult DoesNotExist { get; } = new(2303, "Domain does not exist");

    public static DkResult Occupied { get; } = new(2302, "Domain Name is occupied");

    public static DkResult ContactsNotAllowed { get; } = new(2306, "Specifying contacts for registrar managed domains is not allowed");

    public static DkResult TooFewUsers { get; } = new(2004, "Too few users for contact type");

    public static DkResult RegistrarAsRegistrant { get; } = new(2201, "Registrar handle is not permitted for registrant role.");

    public static DkResult FailedRegistrant { get; } = new(2201, "Contact has previously failed ID control and cannot become registrant.");

    public static DkResult HandlingMismatch { get; } = new(2305, "Specified user handle not permitted when handled by registrar");

    public static DkResult ContactNotFound { get; } = new(2303, "Contact not found");

    public static DkResult CreateCredit { get; } = new(2104, "Insufficient credit. Domain cannot be created.");

    public static DkResult WrongWaitingListCode { get; } = new(2202, "Invalid authorization information");

    public static DkResult RenewPrivilege { get; } = new(2201, "You do not have the privilege required to renew this domain");

    public static DkResult RenewCredit { get; } = new(2104, "Insufficient credit. Domain cannot be renewed.");

    public static DkResult RenewState { get; } = new(2105, "Domain is not in a state where it can be renewed");

    public static DkResult DeletePending { get; } = new(2304, "Domain delete already pending.");

    public static DkResult AutoRenewUnderRegistrant { get; } =
        new(2004, "dkhm.autorenew 'N' not allowed with dkhm:management choice \"registrant\"");

    public static DkResult CreatePending(EppDomainName name) => new(1001, $"Create domain pending for {name}");

    public static DkResult InvalidNameServer(string host) => new(2004, $"Invalid or inactive nameserver: {host}");

    public static DkResult WrongExpiry(DateOnly given, DateOnly current) =>
        new(2306, string.Create(CultureInfo.InvariantCulture, $"Given curExpDate {given:yyyy-MM-dd} does not match current expire date: {current:yyyy-MM-dd}"));

    public static DkResult ExceedsMaximum(DateOnly expiry, DateOnly maximum) =>
        new(2306, string.Create(CultureInfo.InvariantCulture, $"New expire date {expiry:yyyy-MM-dd} exceeds max {maximum:yyyy-MM-dd}"));
}
