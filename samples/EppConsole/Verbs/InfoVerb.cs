using System.CommandLine;
using EppClient;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Shows the registry's data of an object.</summary>
internal static class InfoVerb
{
    private delegate Task Show(InfoQuery query, IEppClient registry, IRegistryFields fields, Printer print, CancellationToken cancellationToken);

    public static Command Create(VerbRunner runner) => new("info", "Show the registry's data of an object")
    {
        Kind(runner, "domain", "eksempel.dk", InfoDomain.RunAsync),
        Kind(runner, "host", "ns1.eksempel.dk", InfoHost.RunAsync),
        Kind(runner, "contact", "KAJ1-DK", InfoContact.RunAsync),
    };

    private static VerbCommand Kind(VerbRunner runner, string kind, string example, Show run)
    {
        var name = new Argument<string>(kind == "contact" ? "ID" : "NAME");
        var secret = Secrets.Option("--auth-env", "The environment variable with the authorization information, to see an object of another registrar");
        var command = new VerbCommand(kind, $"Show a {kind}") { Examples = [$"epp info {kind} {example}", $"epp info {kind} {example} --json"] };
        command.Add(name);
        if (kind != "host")
        {
            command.Add(secret);
        }

        command.SetAction(runner.Sending((parsed, registry, print, cancellationToken) => run(
            new InfoQuery(kind == "contact" ? parsed.GetRequiredValue(name) : Names.Of(parsed.GetRequiredValue(name)), Secrets.Read(parsed, secret)),
            registry,
            Profiles.FieldsOf(runner.ProfileOf(parsed)),
            print,
            cancellationToken)));
        return command;
    }
}

/// <summary>The object to show.</summary>
/// <param name="Name">The name or the handle.</param>
/// <param name="AuthInfo">The authorization information; null for none.</param>
internal sealed record InfoQuery(string Name, string? AuthInfo)
{
    public override string ToString() => Name;
}
