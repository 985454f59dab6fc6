namespace DkSandbox.Admin;

/// <summary>The page, its style and its script.</summary>
internal static class PageFiles
{
    public static void Map(WebApplication app)
    {
        Map(app, "/", "index.html", "text/html; charset=utf-8");
        Map(app, "/self-service", "self-service.html", "text/html; charset=utf-8");
        foreach (var style in (string[])["style.css", "self-service.css"])
        {
            Map(app, $"/{style}", style, "text/css; charset=utf-8");
        }

        foreach (var script in (string[])["page.js", "sandbox.js", "registry.js", "domain.js", "frames.js", "connection.js", "self-service.js"])
        {
            Map(app, $"/{script}", script, "text/javascript; charset=utf-8");
        }
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
