using System.CommandLine;
using EppClient;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>The first thing to try: is there a registry, and what does it say of itself? Nobody logs in.</summary>
internal static class HelloVerb
{
    public static Command Create(VerbRunner runner)
    {
        var hello = new Command("hello", "Connect, show the greeting, and hang up; needs no account");
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
