using System.Net;

namespace DkSandbox.Admin;

/// <summary>Keeps other pages in the same browser away: by the name that they call us, and by what only our own page may send.</summary>
internal static class OwnPageOnly
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        var isOurs = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

        // A form of another page can post, but not JSON; a script of another page would have to ask first.
        var isAllowed = isOurs && (HttpMethods.IsGet(context.Request.Method) || context.Request.HasJsonContentType());
        if (isAllowed)
        {
            return next(context);
        }

        context.Response.StatusCode = isOurs ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
