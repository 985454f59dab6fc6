using EppClient.Dk.Testing.Policies;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The literal texts of messages.</summary>
internal static class PollTexts
{
    public static string Application(DkApplicationOutcome outcome, EppDomainName name) => outcome switch
    {
        DkApplicationOutcome.Activated => $"{name} has been registered and activated",
        DkApplicationOutcome.PendingCheck => $"{name} has been registered, but not activated due to pending ID and/or data check",
        DkApplicationOutcome.AlreadyTaken => $"The application for {name} has been rejected, as the domain was already taken",
        DkApplicationOutcome.HandlingMismatch => $"The application for {name} has been rejected, as the user and domain handling mismatched",
        DkApplicationOutcome.TermsNotAccepted =>
            $"The application for {name} has been cancelled, as the registrant has not accepted our terms and conditions in time",
        _ => $"The application for {name} has been cancelled",
    };

    public static string Activated(EppDomainName name) => $"{name} has been activated";

    public static string Deleted(EppDomainName name) => $"{name} has been deleted";

    /// <summary>Null if the registry has published no message for the cause. According to the guide, a failed check suspends the domain; it has no text of its own.</summary>
    public static string? Suspended(EppDomainName name, DkDeletionCause cause) => cause switch
    {
        DkDeletionCause.Requested => $"{name} has been suspended, as the domain was cancelled",
        DkDeletionCause.Expired => $"{name} has been suspended, as the domain was set to auto expire",
        DkDeletionCause.IdCheckExpired or DkDeletionCause.IdCheckRejected => $"{name} has been suspended, as the registrant has not completed the ID/data check on time",
        _ => null,
    };

    public static string Restored(EppDomainName name) => $"{name} has been restored, extended and cancellation stopped";

    public static string Extended(EppDomainName name) => $"{name} has been extended and cancellation stopped";

    public static string Updated(EppDomainName name) => $"{name} has been updated";

    public static string AddedToPortfolio(EppDomainName name) => $"{name} has been added to your portfolio";

    public static string RemovedFromPortfolio(EppDomainName name) => $"{name} has been removed from your portfolio";

    public static string BillingRemoved(EppDomainName name, string handle) => $"{handle} has been removed as billing contact for {name}";

    public static string DsChanged(EppDomainName name) => $"DS records has been changed for {name}";

    public static string NameServersChanged(EppDomainName name, IEnumerable<EppDomainName> before, IEnumerable<EppDomainName> after) =>
        $"Name servers has been changed for {name}, from {string.Join(", ", before)} to {string.Join(", ", after)}";

    public static string RegistrantChanged(EppDomainName name, string handle) => $"The registrant has been changed to {handle} for {name}";

    public static string RegistrantNotChanged(EppDomainName name, string handle, string reason) =>
        $"The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check {reason}";

    public static string HostDeleted(EppDomainName host) => $"The name server {host} has been deleted";
}
