using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Options;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Renews a domain for another period. The registry requires the present expiry date, so that no one pays twice by mistake.</summary>
internal static class RenewVerb
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var expires = DateOptions.Date("--expires", "The present expiry date, as the registry shows it. Default: read with info");
        var years = new Option<ushort?>("--years") { Description = "The period in years. Default: the registry's; for .dk always 1", HelpName = "N" };
        var renew = new VerbCommand("renew", "Renew a domain for another period")
        {
            Examples = ["epp renew eksempel.dk", "epp renew example.com --expires 2027-11-30 --years 2"],
        };
        renew.Add(name);
        renew.Add(expires);
        renew.Add(years);
        renew.SetAction(runner.Changing(
            async (parsed, commands, registry, cancellationToken) =>
            {
                var domain = Names.Of(parsed.GetRequiredValue(name));
                var present = parsed.GetValue(expires)
                    ?? DayOf((await registry.SendAsync(new DomainInfo(domain), cancellationToken)).DataOrNull?.ExpiryDate)
                    ?? throw new UsageException("The registry shows no expiry date: set --expires.");
                return commands.Renew(domain, present, parsed.GetValue(years));
            },
            afterwards: async (parsed, response, _, _, registry, cancellationToken) => response.DataElements.OfType<DomainRenewResult>().Any()
                ? []
                : await ReadAsync(Names.Of(parsed.GetRequiredValue(name)), registry, cancellationToken)));
        return renew;
    }

    // The response of .dk has no data.
    private static async Task<IReadOnlyList<Field>> ReadAsync(string name, IEppClient registry, CancellationToken cancellationToken) =>
        [new("name", name), new("expires", (await registry.SendAsync(new DomainInfo(name), cancellationToken)).DataOrNull?.ExpiryDate)];

    /// <summary>The date as the registry wrote it, in its time zone.</summary>
    private static DateOnly? DayOf(DateTimeOffset? expiry) => expiry is { } time ? DateOnly.FromDateTime(time.DateTime) : null;
}
