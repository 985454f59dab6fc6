using System.Security.Claims;
using EppClient.Dk.AspNetCore;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DkFastTrack.Pages;

/// <summary>A page about the session in the registrant's cookie.</summary>
internal abstract class SessionPage(DkTransferSessions sessions) : PageModel
{
    public DkTransferSession Session { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await sessions.FindAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!, HttpContext.RequestAborted) is { } session)
        {
            Session = session;
            await next();
        }
        else
        {
            // It was deleted after its retention time.
            context.Result = RedirectToPage("/Closed");
        }
    }
}
