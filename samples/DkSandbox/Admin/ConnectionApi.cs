using System.Globalization;
using EppClient.Dk.Testing;

namespace DkSandbox.Admin;

/// <summary>How to connect: the address, the logins without their passwords, and a program in some languages that does it.</summary>
internal static class ConnectionApi
{
    private static readonly (string Language, string File)[] Programs =
        [("C#", "csharp.txt"), ("epp", "epp.txt"), ("Perl", "perl.txt"), ("Python", "python.txt")];

    public static void Map(WebApplication app, DkTestRegistry server)
    {
        var view = new ConnectionView(
            server.Host,
            server.Port,
            [.. server.Registry.Snapshot().Users.Select(user => new LoginView(user.Name, user.Account))],
            [.. Programs.Select(program => new ProgramView(program.Language, Resources.Text(program.File)
                .Replace("{{host}}", server.Host, StringComparison.Ordinal)
                .Replace("{{port}}", server.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{{user}}", server.User, StringComparison.Ordinal)))]);
        app.MapGet("/api/connection", () => TypedResults.Json(view, AdminJson.Default.ConnectionView));
    }
}
