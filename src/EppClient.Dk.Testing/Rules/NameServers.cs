namespace EppClient.Dk.Testing.Rules;

/// <summary>Two to seven registered, active hosts.</summary>
internal static class NameServers
{
    private const int Minimum = 2;
    private const int Maximum = 7;

    public static DkResult? CheckCount(IReadOnlyCollection<DkDomainName> nameServers) => nameServers.Count switch
    {
        < Minimum => UpdateResults.TooFewHosts,
        > Maximum => UpdateResults.TooManyHosts,
        _ => null,
    };

    public static DkResult? CheckActive(DkState state, IEnumerable<DkDomainName> nameServers)
    {
        foreach (var name in nameServers)
        {
            if (!state.Hosts.TryGetValue(name, out var host) || !host.IsActive)
            {
                return DomainResults.InvalidNameServer(name.Unicode);
            }
        }

        return null;
    }

    /// <summary>A host that serves the domain it lies under cannot be found without its addresses.</summary>
    public static DkResult? CheckGlue(DkState state, DkDomainName domain, IEnumerable<DkDomainName> nameServers) =>
        nameServers.Any(name => name.IsBelow(domain) && state.Hosts[name].Addresses.Count == 0) ? UpdateResults.GlueRequired : null;
}
