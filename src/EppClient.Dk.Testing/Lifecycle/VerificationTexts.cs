namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The literal texts of messages about the checks of a contact.</summary>
internal static class VerificationTexts
{
    public static string HasToComplete(DkContactRecord contact) =>
        $"{contact.Handle} has to complete the mandatory {CheckOf(contact)} - {ResponsibleOf(contact)}";

    public static string HasCompleted(DkContactRecord contact, DkChecks checks) =>
        $"{contact.Handle} has completed the mandatory {CheckOf(contact, checks)} - {ResponsibleOf(contact)}";

    public static string HasExpired(DkContactRecord contact) =>
        $"The mandatory {CheckOf(contact)} of {contact.Handle} has expired - {ResponsibleOf(contact)}";

    public static string WasRejected(DkContactRecord contact) =>
        $"The mandatory ID check of {contact.Handle} was rejected - {ResponsibleOf(contact)}";

    public static string WasCancelled(DkContactRecord contact) =>
        $"The mandatory {CheckOf(contact)} of {contact.Handle} was cancelled - {ResponsibleOf(contact)}";

    public static string ContactDeleted(string handle) => $"{handle} has been deleted";

    public static string InformationUpdated(string handle) => $"The contact information has been updated for {handle}";

    // The text for the secondary address has no article before "new"; this error is the registry's.
    public static string HasToConfirm(DkContactRecord contact, string kind, string email) =>
        $"{contact.Handle} has to confirm {(kind == "primary" ? "the " : string.Empty)}new {kind} email, {email}, to complete the update - {ResponsibleOf(contact)}";

    public static string HasConfirmed(DkContactRecord contact, string kind, string email) =>
        $"{contact.Handle} has confirmed the new {kind} email, {email} - {ResponsibleOf(contact)}";

    public static string WasNotConfirmed(DkContactRecord contact, string kind, string email) =>
        $"The new {kind} email, {email}, was not confirmed for {contact.Handle} - {ResponsibleOf(contact)}";

    public static string Bounced(string handle, string reason, string kind, string email) =>
        $"Email delivery (failed) {reason} for the {kind} email, {email}, of {handle}. Please review and correct the email address.";

    private static string CheckOf(DkContactRecord contact, DkChecks checks = DkChecks.All) =>
        (checks.HasFlag(DkChecks.Identity) && IsOpen(contact.Verification.Id), checks.HasFlag(DkChecks.Data) && IsOpen(contact.Verification.Email)) switch
        {
            (true, false) => "ID check",
            (false, true) => "data check",
            _ => "ID and data check",
        };

    public static bool IsOpen(DkCheck check) => check.Status is not (DkCheckStatus.Completed or DkCheckStatus.NotRequired);

    private static string ResponsibleOf(DkContactRecord contact) =>
        contact.Verification.Responsible == DkResponsible.Registrar ? "registrar" : "registry";
}
