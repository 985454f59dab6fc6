using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Creates, shows and removes the token (authorization information) with which another registrar can transfer a domain.</summary>
internal static class TokenVerb
{
    public static Command Create(VerbRunner runner) => new("token", "Create, show or remove the token with which a domain can be transferred")
    {
        CreateToken(runner),
        ShowToken(runner),
        RemoveToken(runner),
    };

    private static VerbCommand CreateToken(VerbRunner runner)
    {
        var (name, command) = Operation("create", "Create a new token and show it. It allows the transfer of the domain; an earlier one becomes invalid");
        command.SetAction(runner.Changing(
            (parsed, commands, _, _) => Task.FromResult<IEppCommand?>(commands.CreateToken(Names.Of(parsed.GetRequiredValue(name)))),
            afterwards: async (parsed, _, sent, commands, registry, cancellationToken) => sent is DomainUpdate update && commands.TokenOf(update) is { } token
                ? [new("token", token)]
                : await ReadAsync(Names.Of(parsed.GetRequiredValue(name)), commands, registry, cancellationToken)));
        return command;
    }

    private static VerbCommand ShowToken(VerbRunner runner)
    {
        var (name, command) = Operation("show", "Show the token and its expiry date; many registries do not show it again");
        command.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) => print.Print(
            [new("name", Names.Of(parsed.GetRequiredValue(name))), .. await ReadAsync(Names.Of(parsed.GetRequiredValue(name)), Profiles.CommandsOf(runner.ProfileOf(parsed)), registry, cancellationToken)])));
        return command;
    }

    private static VerbCommand RemoveToken(VerbRunner runner)
    {
        var (name, command) = Operation("remove", "Remove the token, which becomes invalid");
        command.SetAction(runner.Changing((parsed, commands) => commands.RemoveToken(Names.Of(parsed.GetRequiredValue(name)))));
        return command;
    }

    private static (Argument<string> Name, VerbCommand Command) Operation(string operation, string description)
    {
        var name = new Argument<string>("NAME");
        var command = new VerbCommand(operation, description) { Examples = [$"epp token {operation} eksempel.dk"] };
        command.Add(name);
        return (name, command);
    }

    private static async Task<IReadOnlyList<Field>> ReadAsync(string name, IRegistryCommands commands, IEppClient registry, CancellationToken cancellationToken)
    {
        var (token, expires) = commands.TokenOf(await registry.SendAsync(new DomainInfo(name), cancellationToken));
        return token is null ? [new("message", "The registry shows no token.")] : [new("token", token), new("tokenExpires", expires)];
    }
}
