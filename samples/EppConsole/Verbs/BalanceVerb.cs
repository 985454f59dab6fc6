using System.CommandLine;
using System.Globalization;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Shows the balance of the prepaid account.</summary>
internal static class BalanceVerb
{
    public static Command Create(VerbRunner runner)
    {
        var balance = new Command("balance", "Show the balance of the prepaid account");
        balance.SetAction(runner.Sending(async (parsed, registry, print, cancellationToken) =>
        {
            var response = await registry.SendAsync(new BalanceInfo(), cancellationToken);
            print.Response(response, response.DataOrNull is { } account
                ?
                [
                    new("balance", () => account.Balance),
                    new("available", () => account.AvailableCredit),
                    new("creditLimit", () => account.CreditLimit),
                    new("threshold", () => account.CreditThreshold.Fixed),
                    new("thresholdPercent", () => account.CreditThreshold.Percent?.ToString(CultureInfo.InvariantCulture)),
                    new("currency", Profiles.FieldsOf(runner.ProfileOf(parsed)).Currency),
                ]
                : Responses.NoData);
        }));
        return balance;
    }
}
