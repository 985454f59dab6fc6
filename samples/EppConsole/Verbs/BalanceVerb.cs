using System.CommandLine;
using EppClient;
using EppClient.Commands.Balance;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>How much money is left in the prepaid account?</summary>
internal static class BalanceVerb
{
    public static Command Create(VerbRunner runner)
    {
        var balance = new Command("balance", "Show the balance of the prepaid account");
        balance.SetAction(runner.Sending(async (_, registry, print, cancellationToken) =>
        {
            var answer = await registry.SendAsync(new BalanceInfo(), cancellationToken);
            print.Answer(
                answer,
                new("balance", answer.Data.Balance),
                new("available", answer.Data.AvailableCredit),
                new("creditLimit", answer.Data.CreditLimit));
        }));
        return balance;
    }
}
