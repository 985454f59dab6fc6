namespace EppClient.Dk.Testing.Policies;

/// <summary>Asks name servers about a domain before it is delegated to them.</summary>
public interface INameServerProbe
{
    /// <summary>Looks at the servers.</summary>
    /// <param name="domain">The domain name.</param>
    /// <param name="nameServers">All servers that it shall have.</param>
    /// <returns>What is wrong, in the registry's words such as <c>SOA Serial mismatch between responses.</c>; null where all is well.</returns>
    string? Diagnose(DkDomainName domain, IReadOnlyList<DkDomainName> nameServers);
}

/// <summary>Gets no answer, as for domains that are in no zone.</summary>
public sealed class SilentNameServers : INameServerProbe
{
    /// <inheritdoc/>
    public string? Diagnose(DkDomainName domain, IReadOnlyList<DkDomainName> nameServers) => "Failed to query nameservers.";
}

/// <summary>Finds nothing wrong.</summary>
public sealed class HealthyNameServers : INameServerProbe
{
    /// <inheritdoc/>
    public string? Diagnose(DkDomainName domain, IReadOnlyList<DkDomainName> nameServers) => null;
}
