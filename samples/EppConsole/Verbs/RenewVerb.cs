using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Pays for another period. The registry wants the present expiry date, so that nobody pays twice by mistake.</summary>
internal static class RenewVerb
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var expires = DateOptions.Date("--expires", "The present expiry date, as the registry shows it. Default: the registry is asked for it");
        var years = new Option<ushort?>("--years") { Description = "For how long. Default: as the registry does", HelpName = "N" };
        var renew = new Command("renew", "Pay for another period of a domain") { name, expires, years };
        renew.SetAction(runner.Changing(async (parsed, commands, registry, cancellationToken) =>
        {
            var domain = parsed.GetRequiredValue(name);
            var present = parsed.GetValue(expires)
                ?? DayOf((await registry.SendAsync(new DomainInfo(domain), cancellationToken)).DataOrNull?.ExpiryDate)
                ?? throw new UsageException("The registry shows no expiry date: say --expires.");
            return commands.Renew(domain, present, parsed.GetValue(years));
        }));
        return renew;
    }

    /// <summary>The date as the registry wrote it, in whatever zone.</summary>
    private static DateOnly? DayOf(DateTimeOffset? expiry) => expiry is { } time ? DateOnly.FromDateTime(time.DateTime) : null;
}
