using System.CommandLine;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Tests the login, and shows the agreed services.</summary>
internal static class LoginVerb
{
    public static Command Create(VerbRunner runner)
    {
        var login = new Command("login", "Log in, show the agreed services, and log out");
        login.SetAction(runner.LoggingIn((session, print, _) =>
        {
            print.Print(
                new("server", session.Greeting.ServerId),
                new("objects", session.ObjectUris),
                new("extensions", session.ExtensionUris),
                new("warnings", session.LoginEvents.Select(warning => warning.ToString()).ToList()));
            return Task.CompletedTask;
        }));
        return login;
    }
}
