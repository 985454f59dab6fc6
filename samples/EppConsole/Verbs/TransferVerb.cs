using System.CommandLine;
using EppClient;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Transfers a domain or a contact to this registrar, or decides on a transfer to another one.</summary>
internal static class TransferVerb
{
    public static Command Create(VerbRunner runner) => new("transfer", "Transfer a domain or a contact")
    {
        Operation(runner, "request", "Request a transfer to this account; asks first", EppTransferOperation.Request, "Requests the transfer of"),
        Operation(runner, "query", "Query the state of a transfer. Not for .dk", EppTransferOperation.Query, warning: null),
        Operation(runner, "approve", "Approve a transfer to another registrar; asks first. Not for .dk", EppTransferOperation.Approve, "Gives another registrar"),
        Operation(runner, "reject", "Reject a transfer to another registrar. Not for .dk", EppTransferOperation.Reject, warning: null),
        Operation(runner, "cancel", "Cancel a transfer request. Not for .dk", EppTransferOperation.Cancel, warning: null),
    };

    private static Command Operation(VerbRunner runner, string name, string description, EppTransferOperation operation, string? warning) => new(name, description)
    {
        Kind(runner, "domain", name, "eksempel.dk", warning, (commands, domain, token) => commands.Transfer(operation, Names.Of(domain), token)),
        Kind(runner, "contact", name, "AB1", warning, (commands, id, token) => commands.TransferContact(operation, id, token)),
    };

    private static VerbCommand Kind(
        VerbRunner runner, string kind, string operation, string example, string? warning, Func<IRegistryCommands, string, string?, IEppCommand> transfer)
    {
        var name = new Argument<string>(kind == "contact" ? "ID" : "NAME");
        var secret = Secrets.Option("--auth-env", "The environment variable with the authorization information (the token of .dk)");
        var command = new VerbCommand(kind, $"{char.ToUpperInvariant(operation[0])}{operation[1..]} the transfer of a {kind}{(kind == "contact" ? ". Not for .dk" : string.Empty)}")
        {
            Examples = [$"epp transfer {operation} {kind} {example}{(operation == "request" ? " --auth-env TOKEN" : string.Empty)}"],
        };
        command.Add(name);
        command.Add(secret);
        command.SetAction(runner.Changing(
            (parsed, commands, _, _) => Task.FromResult<IEppCommand?>(transfer(commands, parsed.GetRequiredValue(name), Secrets.Read(parsed, secret))),
            parsed => warning is null ? null : $"{warning} the {kind} {parsed.GetRequiredValue(name)}."));
        return command;
    }
}
