using EppClient;
using EppClient.Commands;

namespace DkLifecycle;

/// <summary>Name servers must be registered before a domain can be delegated to them.</summary>
internal static class Hosts
{
    public static async Task EnsureAsync(IReadOnlyList<string> names, StepContext context, CancellationToken cancellationToken)
    {
        var check = await context.Registry.SendAsync(new HostCheck(names), cancellationToken);
        var missing = names.Where(name => check.Data.Items.Any(item => item.Available && EppDomainName.AreSame(item.Name, name))).ToList();
        context.Show.Step("host:check", check, missing.Count == 0 ? "The registry knows our name servers." : $"Not registered yet: {Text.List(missing)}.");
        foreach (var name in missing)
        {
            var created = await context.Registry.SendAsync(new HostCreate(name), cancellationToken);
            context.Show.Step("host:create", created, "Registered, and managed by us.");
        }
    }
}
