using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Renews a domain for another period. The registry requires the present expiry date, so that no one pays twice by mistake.</summary>
internal static class RenewVerb
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var expires = DateOptions.Date("--expires", "The present expiry date, as the registry shows it. Default: read with info");
        var years = new Option<ushort?>("--years") { Description = "The period in years. Default: the registry's", HelpName = "N" };
        var renew = new Command("renew", "Renew a domain for another period") { name, expires, years };
        renew.SetAction(runner.Changing(async (parsed, commands, registry, cancellationToken) =>
        {
            var domain = parsed.GetRequiredValue(name);
            var present = parsed.GetValue(expires)
                ?? DayOf((await registry.SendAsync(new DomainInfo(domain), cancellationToken)).DataOrNull?.ExpiryDate)
                ?? throw new UsageException("The registry shows no expiry date: set --expires.");
            return commands.Renew(domain, present, parsed.GetValue(years));
        }));
        return renew;
    }

    /// <summary>The date as the registry wrote it, in its time zone.</summary>
    private static DateOnly? DayOf(DateTimeOffset? expiry) => expiry is { } time ? DateOnly.FromDateTime(time.DateTime) : null;
}
