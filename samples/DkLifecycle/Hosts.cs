using EppClient;
using EppClient.Commands;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>Name servers have to be known to the registry before a domain can be delegated to them.</summary>
internal static class Hosts
{
    public static async Task EnsureAsync(IReadOnlyList<string> names, StepContext context, CancellationToken cancellationToken)
    {
        var check = await context.Registry.SendAsync(new HostCheck(names), cancellationToken);
        var missing = names.Where(name => check.Data.Items.Any(item => item.Available && DkDomainName.AreSame(item.Name, name))).ToList();
        context.Show.Step("host:check", check, missing.Count == 0 ? "The registry knows our name servers." : $"New to the registry: {Text.List(missing)}.");
        foreach (var name in missing)
        {
            var created = await context.Registry.SendAsync(new HostCreate(name), cancellationToken);
            context.Show.Step("host:create", created, "Registered, and ours to manage.");
        }
    }
}
