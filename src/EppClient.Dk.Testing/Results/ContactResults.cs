namespace EppClient.Dk.Testing.Results;

/// <summary>The registry's literal responses about contacts.</summary>
internal static class ContactResults
{
    public static DkResult Created { get; } = new(1000, "Contact created.");

    public static DkResult Reused { get; } = new(1000, "Contact already exists. Please re-use.");

    public static DkResult UnequalVerification { get; } = new(2306, "Same value required for both verified_id and verified_email.");

    public static DkResult InvalidCvr { get; } = new(2005, "Invalid CVR number");

    public static DkResult CvrNameMismatch { get; } = new(2005, "Name and CVR number does not match");

    public static DkResult PNumberRequired { get; } = new(2005, "You need to specify pnumber");

    public static DkResult NotAuthorized { get; } = new(2201, "You are not authorized to change that contact");

    public static DkResult PasswordRefused { get; } = new(2201, "You are not authorized to change password on that contact");

    public static DkResult PendingEmail { get; } = new(1001, "Command completed. Pending e-mail-address verification.");

    public static DkResult Locked(string field) => new(2304, $"You do not have permissions to modify field: {field}");
}
