using EppClient.Dk.AspNetCore;
using Microsoft.AspNetCore.Mvc;

namespace DkFastTrack.Pages;

/// <summary>What the registrant accepts: the domains, the price, the terms.</summary>
internal sealed class TransferModel(DkTransferSessions sessions, TimeProvider time) : SessionPage(sessions)
{
    private readonly DkTransferSessions _sessions = sessions;

    /// <summary>Whether the registrant sent the form without accepting the terms.</summary>
    public bool IsNotAccepted { get; private set; }

    public int OfferedCount => Session.Domains.Count(domain => domain.State == DkTransferDomainState.Pending);

    public decimal Price => Session.Terms!.PricePerDomain!.Value;

    public string Currency => Session.Terms!.Currency;

    public int MinutesLeft(DkTransferSessionDomain domain) => Math.Max(0, (int)(domain.TokenExpires - time.GetUtcNow()).TotalMinutes);

    public IActionResult OnGet() => Session.State == DkTransferSessionState.Opened ? Page() : RedirectToPage("/Progress");

    public async Task<IActionResult> OnPostAsync(bool isAccepted, string? terms)
    {
        if (Session.State != DkTransferSessionState.Opened)
        {
            return RedirectToPage("/Progress");
        }

        // The terms are those of the form: if the session has others, the registrant has not seen them.
        IsNotAccepted = !isAccepted || terms != Session.Terms!.Version;
        if (IsNotAccepted)
        {
            return Page();
        }

        // If it is too late, the next page says so.
        await _sessions.AcceptAsync(Session.Id, new DkTransferAcceptance { TermsVersion = terms });
        return RedirectToPage("/Progress");
    }

    public async Task<IActionResult> OnPostDeclineAsync()
    {
        await _sessions.DeclineAsync(Session.Id);
        return RedirectToPage("/Progress");
    }
}
