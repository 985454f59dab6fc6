using EppClient.Dk.AspNetCore;
using Microsoft.AspNetCore.Mvc;

namespace DkFastTrack.Pages;

/// <summary>The state of each domain. The script of the page reads it again after each change.</summary>
internal sealed class ProgressModel(DkTransferSessions sessions) : SessionPage(sessions)
{
    public int TransferredCount => Session.Domains.Count(domain => domain.State == DkTransferDomainState.Transferred);

    public int EndedCount => Session.Domains.Count(domain => domain.State is not (DkTransferDomainState.Pending or DkTransferDomainState.Transferring or DkTransferDomainState.Unknown));

    public DkFastTrackText Summary
    {
        get
        {
            var (done, all) = (TransferredCount, Session.Domains.Count);
            return Session.State switch
            {
                DkTransferSessionState.Declined => new("Du sagde nej tak. Intet er ændret.", "You declined. Nothing has changed."),
                DkTransferSessionState.Expired => new(
                    "Fristen er udløbet. Intet er ændret. Start forfra i Punktum dks selvbetjening.",
                    "The time has run out. Nothing has changed. Start again in the registry's self-service portal."),
                not DkTransferSessionState.Completed => new($"Vi flytter dine domæner: {done} af {all} er flyttet.", $"We are transferring your domains: {done} of {all} are done."),
                _ when done == 0 => new("Ingen af domænerne blev flyttet.", "None of the domains was transferred."),
                _ when done < all => new($"{done} af {all} domæner er nu hos os.", $"{done} of {all} domains are ours now."),
                _ => new($"Alle {all} domæner er nu hos os.", $"All {all} domains are ours now."),
            };
        }
    }

    public IActionResult OnGet() => Session.State == DkTransferSessionState.Opened ? RedirectToPage("/Transfer") : Page();

    public static (string Kind, DkFastTrackText Text) StateOf(DkTransferSessionDomain domain) => domain.State switch
    {
        DkTransferDomainState.Pending => ("waiting", new("Venter", "Waiting")),
        DkTransferDomainState.Transferring => ("working", new("Flyttes nu", "Being transferred")),
        DkTransferDomainState.Unknown => ("working", new("Vi spørger Punktum dk, om det er flyttet", "We are asking the registry whether it was transferred")),
        DkTransferDomainState.Transferred => ("done", new("Flyttet", "Transferred")),
        _ => ("failed", new("Ikke flyttet", "Not transferred")),
    };
}
