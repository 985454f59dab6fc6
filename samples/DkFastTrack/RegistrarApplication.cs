using System.Net.ServerSentEvents;
using System.Security.Claims;
using EppClient.Dk;
using EppClient.Dk.AspNetCore;
using EppClient.Dk.Hosting;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.Sqlite;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.FileProviders;

namespace DkFastTrack;

/// <summary>The services and addresses of the site.</summary>
internal static class RegistrarApplication
{
    private const string ClosedPage = "/closed";
    private static readonly TimeSpan ReconnectionInterval = TimeSpan.FromSeconds(1);

    public static void AddRegistrar(this WebApplicationBuilder builder, EppSqliteDatabase database)
    {
        var services = builder.Services;

        // At the level Information, the addresses of requests are logged, and that of a link is a secret.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // The sessions in the database are encrypted with these keys: they must survive a restart together.
        services.AddDataProtection().SetApplicationName("registrar")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetDirectoryName(database.Path)!, "keys")));
        services.AddSingleton<IEppPollInbox>(new EppSqlitePollInbox(database));
        services.AddEppClient("dk", builder.Configuration.GetSection("Epp:Dk"))
            .AddDkRegistrar()
            .AddPollWorker()
            .MapPollEvents(DkPollEvent.From)
            .AddPollHandler<DkPortfolioChanged, DkFastTrackPollHandler>();
        services.AddDkFastTrack(builder.Configuration.GetSection("FastTrack"))
            .UseDatabase(_ => database.Source)
            .UsePolicy<SalesPolicy>();

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            // Not Strict: the registrant comes from the registry's site, and the redirect to the first page is part of that visit.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Name = "transfer";
            options.Events.OnRedirectToLogin = context =>
            {
                context.Response.Redirect(ClosedPage);
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization();
        services.AddHttpContextAccessor().AddScoped<PageLanguage>();
        services.AddRazorPages(options => options.Conventions.AuthorizePage("/Transfer").AuthorizePage("/Progress"));
    }

    public static void MapRegistrar(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new EmbeddedFileProvider(typeof(RegistrarApplication).Assembly, "DkFastTrack.wwwroot") });
        app.Use(PageLanguage.RememberAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDkFastTrack("/fast-track");
        app.MapGet("/transfer/{link}", OpenAsync);
        app.MapGet("/progress/changes", WatchAsync).RequireAuthorization();
        app.MapRazorPages();
    }

    /// <summary>Exchanges the link, which works once, for a cookie: the session is in no address from now on.</summary>
    private static async Task<IResult> OpenAsync(string link, HttpContext context, DkTransferSessions sessions)
    {
        if (await sessions.OpenAsync(link) is not { } session)
        {
            return Results.Redirect(ClosedPage);
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Id)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.Redirect("/transfer");
    }

    /// <summary>Sends an event now, and after each change of the session. The page then reads itself again.</summary>
    private static async Task WatchAsync(HttpContext context, DkTransferSessions sessions, IHostApplicationLifetime lifetime)
    {
        var changes = sessions.WatchAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!, lifetime.ApplicationStopping);
        try
        {
            await TypedResults.ServerSentEvents(changes.Select(session => new SseItem<string>(session.State.ToString()) { ReconnectionInterval = ReconnectionInterval })).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The page connects to the next process.
        }
    }
}
