using System.CommandLine;
using EppClient;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Shows the greeting of a registry, without a login. A first test of the connection.</summary>
internal static class HelloVerb
{
    public static Command Create(VerbRunner runner)
    {
        var hello = new Command("hello", "Connect, show the greeting, and disconnect; needs no account");
        hello.SetAction(runner.Looking(async (options, print, cancellationToken) =>
        {
            var greeting = await EppProbe.GetGreetingAsync(options, cancellationToken: cancellationToken);
            print.Print(
                new("server", greeting.ServerId),
                new("date", greeting.ServerDate),
                new("versions", greeting.Versions),
                new("languages", greeting.Languages),
                new("objects", greeting.ObjectUris),
                new("extensions", greeting.ExtensionUris));
        }));
        return hello;
    }
}
