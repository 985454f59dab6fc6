using System.CommandLine;
using EppClient;
using EppClient.Commands;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Changes a domain's name servers, registrant or statuses. --set-ns reads the present name servers, and adds and removes the difference.</summary>
internal static class UpdateDomain
{
    public static Command Create(VerbRunner runner)
    {
        var name = new Argument<string>("NAME");
        var wanted = new Option<string[]>("--set-ns") { Description = "A name server of the complete set; repeat for each", HelpName = "HOST" };
        var add = new Option<string[]>("--add-ns") { Description = "A name server to add", HelpName = "HOST" };
        var remove = new Option<string[]>("--rem-ns") { Description = "A name server to remove", HelpName = "HOST" };
        var addStatus = new Option<string[]>("--add-status") { Description = "A status to set, such as clientHold", HelpName = "STATUS" };
        var removeStatus = new Option<string[]>("--rem-status") { Description = "A status to remove", HelpName = "STATUS" };
        var registrant = new Option<string?>("--registrant") { Description = "The new registrant", HelpName = "ID" };
        var accepted = CreateVerb.Accepted();
        var command = new Command("domain", "Change a domain") { name, wanted, add, remove, addStatus, removeStatus, registrant, accepted };
        command.SetAction(runner.Changing(async (parsed, commands, registry, cancellationToken) =>
        {
            var domain = parsed.GetRequiredValue(name);
            if (parsed.GetValue(registrant) is { } holder)
            {
                return commands.ChangeRegistrant(domain, holder, parsed.GetValue(accepted));
            }

            var (added, removed) = parsed.GetValue(wanted) is { Length: > 0 } servers
                ? await CompareAsync(domain, servers, registry, cancellationToken)
                : (parsed.GetValue(add) ?? [], parsed.GetValue(remove) ?? []);
            var update = new DomainUpdate(domain)
            {
                Add = Part(added, parsed.GetValue(addStatus) ?? []),
                Remove = Part(removed, parsed.GetValue(removeStatus) ?? []),
            };
            return update is { Add: null, Remove: null } ? NothingOr(parsed.GetValue(wanted)) : update;
        }));
        return command;
    }

    private static async Task<(string[] Add, string[] Remove)> CompareAsync(string domain, string[] wanted, IEppClient registry, CancellationToken cancellationToken)
    {
        var present = (await registry.SendAsync(new DomainInfo(domain), cancellationToken)).Data.NameServers?.HostObjects ?? [];
        return ([.. wanted.Except(present, StringComparer.OrdinalIgnoreCase)], [.. present.Except(wanted, StringComparer.OrdinalIgnoreCase)]);
    }

    private static DomainUpdateItems? Part(string[] servers, string[] statuses) => servers.Length == 0 && statuses.Length == 0 ? null : new DomainUpdateItems
    {
        NameServers = servers.Length == 0 ? null : DomainNameServers.FromHostObjects(servers),
        Statuses = [.. statuses.Select(status => new DomainStatus { Status = new DomainStatusValue(status) })],
    };

    private static DomainUpdate? NothingOr(string[]? wanted) => wanted is { Length: > 0 } ? null : throw new UsageException("No change is given. Try --help.");
}
