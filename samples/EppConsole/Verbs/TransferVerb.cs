using System.CommandLine;
using EppClient;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Transfers a domain to this registrar, or decides on a transfer to another one.</summary>
internal static class TransferVerb
{
    public static Command Create(VerbRunner runner) => new("transfer", "Transfer a domain")
    {
        Kind(runner, "request", "Request the transfer of a domain", EppTransferOperation.Request),
        Kind(runner, "query", "Query the state of a transfer", EppTransferOperation.Query),
        Kind(runner, "approve", "Approve a transfer to another registrar", EppTransferOperation.Approve),
        Kind(runner, "reject", "Reject a transfer to another registrar", EppTransferOperation.Reject),
        Kind(runner, "cancel", "Cancel a transfer request", EppTransferOperation.Cancel),
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
