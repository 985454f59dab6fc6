namespace EppClient.Dk.Testing.Rules;

/// <summary>Two to seven registered, active hosts.</summary>
internal static class NameServers
{
    private const int Minimum = 2;
    private const int Maximum = 7;

    public static DkResult? CheckCount(IReadOnlyCollection<EppDomainName> nameServers) => nameServers.Count switch
    {
        < Minimum => UpdateResults.TooFewHosts,
        > Maximum => UpdateResults.TooManyHosts,
        _ => null,
    };

    public static DkResult? CheckActive(DkState state, IEnumerable<EppDomainName> nameServers)
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

    /// <summary>A host that serves its parent domain cannot be found without its addresses.</summary>
    public static DkResult? CheckGlue(DkState state, EppDomainName domain, IEnumerable<EppDomainName> nameServers) =>
        nameServers.Any(name => name.IsBelow(domain) && state.Hosts[name].Addresses.Count == 0) ? UpdateResults.GlueRequired : null;
}
