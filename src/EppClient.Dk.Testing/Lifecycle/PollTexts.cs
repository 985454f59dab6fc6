using EppClient.Dk.Testing.Policies;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The literal texts of messages.</summary>
internal static class PollTexts
{
    public static string Application(DkApplicationOutcome outcome, DkDomainName name) => outcome switch
    {
        DkApplicationOutcome.Activated => $"{name} has been registered and activated",
        DkApplicationOutcome.PendingCheck => $"{name} has been registered, but not activated due to pending ID and/or data check",
        DkApplicationOutcome.AlreadyTaken => $"The application for {name} has been rejected, as the domain was already taken",
        DkApplicationOutcome.HandlingMismatch => $"The application for {name} has been rejected, as the user and domain handling mismatched",
        DkApplicationOutcome.TermsNotAccepted =>
            $"The application for {name} has been cancelled, as the registrant has not accepted our terms and conditions in time",
        _ => $"The application for {name} has been cancelled",
    };

    public static string Activated(DkDomainName name) => $"{name} has been activated";

    public static string Deleted(DkDomainName name) => $"{name} has been deleted";

    /// <summary>Null where the registry has published no message for the cause. Of a check that was failed the guide says that it suspends, and has no text of its own.</summary>
    public static string? Suspended(DkDomainName name, DkDeletionCause cause) => cause switch
    {
        DkDeletionCause.Requested => $"{name} has been suspended, as the domain was cancelled",
        DkDeletionCause.Expired => $"{name} has been suspended, as the domain was set to auto expire",
        DkDeletionCause.IdCheckExpired or DkDeletionCause.IdCheckRejected => $"{name} has been suspended, as the registrant has not completed the ID/data check on time",
        _ => null,
    };

    public static string Restored(DkDomainName name) => $"{name} has been restored, extended and cancellation stopped";

    public static string Extended(DkDomainName name) => $"{name} has been extended and cancellation stopped";

    public static string Updated(DkDomainName name) => $"{name} has been updated";

    public static string AddedToPortfolio(DkDomainName name) => $"{name} has been added to your portfolio";

    public static string RemovedFromPortfolio(DkDomainName name) => $"{name} has been removed from your portfolio";

    public static string BillingRemoved(DkDomainName name, string handle) => $"{handle} has been removed as billing contact for {name}";

    public static string DsChanged(DkDomainName name) => $"DS records has been changed for {name}";

    public static string NameServersChanged(DkDomainName name, IEnumerable<DkDomainName> before, IEnumerable<DkDomainName> after) =>
        $"Name servers has been changed for {name}, from {string.Join(", ", before)} to {string.Join(", ", after)}";

    public static string RegistrantChanged(DkDomainName name, string handle) => $"The registrant has been changed to {handle} for {name}";

    public static string RegistrantNotChanged(DkDomainName name, string handle, string reason) =>
        $"The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check {reason}";

    public static string HostDeleted(DkDomainName host) => $"The name server {host} has been deleted";
}
