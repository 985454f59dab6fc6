using System.CommandLine;
using EppClient;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Moves a domain to this registrar, or decides over a move away from it.</summary>
internal static class TransferVerb
{
    public static Command Create(VerbRunner runner) => new("transfer", "Transfer a domain")
    {
        Kind(runner, "request", "Ask for a domain", EppTransferOperation.Request),
        Kind(runner, "query", "Ask how a transfer stands", EppTransferOperation.Query),
        Kind(runner, "approve", "Let a domain go", EppTransferOperation.Approve),
        Kind(runner, "reject", "Keep a domain", EppTransferOperation.Reject),
        Kind(runner, "cancel", "Take a request back", EppTransferOperation.Cancel),
    };

    private static Command Kind(VerbRunner runner, string name, string description, EppTransferOperation operation)
    {
        var domain = new Argument<string>("NAME");
        var secret = CreateVerb.SecretOption("--auth-env");
        var command = new Command(name, description) { domain, secret };
        command.SetAction(runner.Changing((parsed, commands) => commands.Transfer(operation, parsed.GetRequiredValue(domain), CreateVerb.Secret(parsed, secret))));
        return command;
    }
}
