using EppClient.Commands;
using static EppClient.Dk.DkPollObject;

namespace EppClient.Dk;

/// <summary>The kinds of messages that the registry has published, in matching order.</summary>
internal static class PollCatalogue
{
    private const string Terms = "The application for {name} has been cancelled, as the registrant has not accepted our terms and conditions in time";

    public static IReadOnlyList<PollEntry> Entries { get; } = [.. Domains(), .. Contacts(), .. Hosts()];

    private static IEnumerable<PollEntry> Domains() =>
    [
        Application("{name} has been registered and activated", DkApplicationDecision.Activated),
        Application("{name} has been registered, but not activated due to pending ID and/or data check", DkApplicationDecision.RegisteredUntilChecked),
        Application("The application for {name} has been rejected, as the domain was already taken", DkApplicationDecision.AlreadyTaken),
        Application("The application for {name} has been rejected, as the user and domain handling mismatched", DkApplicationDecision.HandlingMismatch),
        Application(Terms, DkApplicationDecision.TermsNotAccepted),
        Application("The application for {name} has been cancelled", DkApplicationDecision.Cancelled),
        PollEntry.For(Domain, "{name} has been activated", f => new DkDomainActivated { Message = f.Message, Subject = f.Subject }),
        PollEntry.For(Domain, "{name} has been updated", f => new DkDomainUpdated { Message = f.Message, Subject = f.Subject }),
        PollEntry.For(Domain, "{handle} has been removed as billing contact for {name}", f => new DkPayerRemoved { Message = f.Message, Subject = f.Subject, Payer = f["handle"] }),
        PollEntry.For(Domain, "DS records has been changed for {name}", f => new DkDsRecordsChanged { Message = f.Message, Subject = f.Subject }),
        PollEntry.For(Domain, "Name servers has been changed for {name}, from {before} to {after}", f => new DkNameServersChanged
        {
            Message = f.Message, Subject = f.Subject, Before = Names(f["before"]), After = Names(f["after"]),
        }),
        Registrant("The registrant has been changed to {handle} for {name}", DkDecision.Done),
        Registrant("The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check was not completed in time", DkDecision.NotInTime),
        Registrant("The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check was rejected", DkDecision.Rejected),
        Registrant("The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check was not completed", DkDecision.NotCompleted),

        // The wording until 2026-03-11.
        Registrant("{name} has been transferred to new registrant {handle}", DkDecision.Done),
        Registrant("The transfer of {name} to the new registrant {handle} has been cancelled, as the mandatory ID check was not completed in time", DkDecision.NotInTime),
        Registrant("The transfer of {name} to the new registrant {handle} has been cancelled, as the mandatory ID check was rejected", DkDecision.Rejected),
        Registrant("The transfer of {name} to the new registrant {handle} has been cancelled, as the mandatory ID check was not completed", DkDecision.NotCompleted),

        Portfolio("{name} has been added to your portfolio", isGain: true),
        Portfolio("{name} has been removed from your portfolio", isGain: false),
        PollEntry.For(Domain, "{name} has been restored, extended and cancellation stopped", f => new DkDeletionStopped
        {
            Message = f.Message, Subject = f.Subject, Outcome = f.Outcome, WasRestored = true,
        }),
        PollEntry.For(Domain, "{name} has been extended and cancellation stopped", f => new DkDeletionStopped
        {
            Message = f.Message, Subject = f.Subject, Outcome = f.Outcome, WasRestored = false,
        }),
        Suspension("{name} has been suspended, as the registrant has not completed the ID/data check on time", DkSuspensionCause.RegistrantNotChecked),
        Suspension("{name} has been suspended, as the domain was cancelled", DkSuspensionCause.Cancelled),
        Suspension("{name} has been suspended, as the domain was set to auto expire", DkSuspensionCause.SetToExpire),
        PollEntry.For(Domain, "{name} has been deleted", f => new DkDomainDeleted { Message = f.Message, Subject = f.Subject, Outcome = f.Outcome }),
    ];

    private static IEnumerable<PollEntry> Contacts() =>
    [
        PollEntry.For(Contact, "The contact information has been updated for {id}", f => new DkContactDataUpdated { Message = f.Message, Subject = f.Subject }),
        Email("{id} has to confirm the new primary email, {email}, to complete the update - {responsible}", DkEmailChangeState.Waiting, isSecondary: false),
        Email("{id} has confirmed the new primary email, {email} - {responsible}", DkEmailChangeState.Confirmed, isSecondary: false),
        Email("The new primary email, {email}, was not confirmed for {id} - {responsible}", DkEmailChangeState.NotConfirmed, isSecondary: false),

        // One of the published texts has no article; both may occur.
        Email("{id} has to confirm new secondary email, {email}, to complete the update - {responsible}", DkEmailChangeState.Waiting, isSecondary: true),
        Email("{id} has to confirm the new secondary email, {email}, to complete the update - {responsible}", DkEmailChangeState.Waiting, isSecondary: true),
        Email("{id} has confirmed the new secondary email, {email} - {responsible}", DkEmailChangeState.Confirmed, isSecondary: true),
        Email("The new secondary email, {email}, was not confirmed for {id} - {responsible}", DkEmailChangeState.NotConfirmed, isSecondary: true),
        .. Checks("{id} has to complete the mandatory CHECK - {responsible}", DkContactCheckState.Required),
        .. Checks("{id} has completed the mandatory CHECK - {responsible}", DkContactCheckState.Completed),
        .. Checks("The mandatory CHECK of {id} has expired - {responsible}", DkContactCheckState.Expired),
        .. Checks("The mandatory CHECK of {id} was rejected - {responsible}", DkContactCheckState.Rejected),
        .. Checks("The mandatory CHECK of {id} was cancelled - {responsible}", DkContactCheckState.Cancelled),
        Bounce("primary", isSecondary: false),
        Bounce("secondary", isSecondary: true),
        PollEntry.For(Contact, "{id} has been deleted", f => new DkContactDeleted { Message = f.Message, Subject = f.Subject }),
    ];

    private static IEnumerable<PollEntry> Hosts() =>
    [
        Host("registered, as the registrant has approved it", DkDecision.Done, DkHostDecider.Registrant),
        Host("registered, as the registrant has approved it and {handle} has accepted the name server manager role", DkDecision.Done, DkHostDecider.Registrant | DkHostDecider.Manager),
        Host("registered, as {handle} has accepted the name server manager role", DkDecision.Done, DkHostDecider.Manager),
        Host("not been registered, as it has been rejected by the registrant", DkDecision.Rejected, DkHostDecider.Registrant),
        Host("not been registered, as it was not approved by the registrant in time", DkDecision.NotInTime, DkHostDecider.Registrant),
        Host("not been registered, as the name server manager role has been rejected", DkDecision.Rejected, DkHostDecider.Manager),
        Host("not been registered, as the name server manager role was not accepted in time", DkDecision.NotInTime, DkHostDecider.Manager),
        Manager("The name server manager role for {host} has been accepted by {handle}", DkDecision.Done),
        Manager("The name server manager role for {host} has been rejected by {handle}", DkDecision.Rejected),
        Manager("The name server manager role for {host} has not been accepted by {handle} in time", DkDecision.NotInTime),
        PollEntry.For(DkPollObject.Host, "The name server {host} has been deleted", f => new DkHostDeleted { Message = f.Message, Subject = f.Subject }),
    ];

    private static PollEntry Application(string text, DkApplicationDecision decision) => PollEntry.For(Domain, text, f => new DkApplicationDecided
    {
        Message = f.Message,
        Subject = f.Subject,
        Outcome = f.Outcome,
        Decision = decision,
        Risk = PollReader.RiskOf(f.Message),
    });

    private static PollEntry Registrant(string text, DkDecision decision) => PollEntry.For(Domain, text, f => new DkRegistrantChangeDecided
    {
        Message = f.Message,
        Subject = f.Subject,
        Outcome = f.Outcome,
        Registrant = f["handle"],
        Decision = decision,
    });

    private static PollEntry Suspension(string text, DkSuspensionCause cause) =>
        PollEntry.For(Domain, text, f => new DkDomainSuspended { Message = f.Message, Subject = f.Subject, Cause = cause });

    private static PollEntry Portfolio(string text, bool isGain) => PollEntry.For(Domain, text, f => new DkPortfolioChanged
    {
        Message = f.Message,
        Subject = f.Subject,
        IsGain = isGain,
        Transfer = f.Message.DataAs<DomainTransferResult>(),
    });

    private static PollEntry Email(string text, DkEmailChangeState state, bool isSecondary) => PollEntry.For(Contact, text, f => new DkEmailChange
    {
        Message = f.Message,
        Subject = f.Subject,
        Outcome = f.Outcome,
        State = state,
        IsSecondary = isSecondary,
        Email = f["email"],
        Responsible = f.Responsible,
    });

    private static IEnumerable<PollEntry> Checks(string text, DkContactCheckState state)
    {
        foreach (var (words, kind) in new[] { ("ID and data check", DkContactCheckKind.IdAndData), ("ID check", DkContactCheckKind.Id), ("data check", DkContactCheckKind.Data) })
        {
            yield return PollEntry.For(Contact, text.Replace("CHECK", words, StringComparison.Ordinal), f => new DkContactCheck
            {
                Message = f.Message,
                Subject = f.Subject,
                State = state,
                Kind = kind,
                Responsible = f.Responsible,
            });
        }
    }

    private static PollEntry Bounce(string which, bool isSecondary) => PollEntry.For(
        Contact,
        $"Email delivery (failed) {{reason}} for the {which} email, {{email}}, of {{id}}. Please review and correct the email address.",
        f => new DkEmailBounced { Message = f.Message, Subject = f.Subject, IsSecondary = isSecondary, Email = f["email"], Cause = f["reason"] });

    private static PollEntry Host(string end, DkDecision decision, DkHostDecider decider)
    {
        var text = end.StartsWith("not ", StringComparison.Ordinal) ? $"The name server {{host}} has {end}" : $"The name server {{host}} has been {end}";
        return PollEntry.For(DkPollObject.Host, text, f => new DkHostRegistrationDecided
        {
            Message = f.Message,
            Subject = f.Subject,
            Outcome = f.Outcome,
            Decision = decision,
            Decider = decider,
            Manager = f["handle"] is { Length: > 0 } handle ? handle : null,
        });
    }

    private static PollEntry Manager(string text, DkDecision decision) => PollEntry.For(DkPollObject.Host, text, f => new DkHostManagerDecided
    {
        Message = f.Message,
        Subject = f.Subject,
        Outcome = f.Outcome,
        Manager = f["handle"],
        Decision = decision,
    });

    private static IReadOnlyList<EppDomainName> Names(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(EppDomainName.From)];
}
