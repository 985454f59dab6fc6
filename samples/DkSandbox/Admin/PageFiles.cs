namespace DkSandbox.Admin;

/// <summary>The page, its style and its script.</summary>
internal static class PageFiles
{
    public static void Map(WebApplication app)
    {
        Map(app, "/", "index.html", "text/html; charset=utf-8");
        Map(app, "/style.css", "style.css", "text/css; charset=utf-8");
        Map(app, "/sandbox.js", "sandbox.js", "text/javascript; charset=utf-8");
    }

    private static void Map(WebApplication app, string path, string file, string type)
    {
        var text = Resources.Text(file);
        app.MapGet(path, context =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return context.Response.WriteAsync(text);
        });
    }
}
