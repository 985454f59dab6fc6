using System.Net;

namespace DkSandbox.Admin;

/// <summary>Refuses requests of other pages in the same browser, by the host name that they use and by the content type that only our own page can send.</summary>
internal static class OwnPageOnly
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        var isOurs = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

        // A form of another page can post, but not JSON; a script of another page would need permission first.
        var isAllowed = isOurs && (HttpMethods.IsGet(context.Request.Method) || context.Request.HasJsonContentType());
        if (isAllowed)
        {
            return next(context);
        }

        context.Response.StatusCode = isOurs ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
