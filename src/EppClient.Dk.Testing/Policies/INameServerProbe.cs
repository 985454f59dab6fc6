namespace EppClient.Dk.Testing.Policies;

/// <summary>Checks name servers before a domain is delegated to them.</summary>
public interface INameServerProbe
{
    /// <summary>Checks the servers.</summary>
    /// <param name="domain">The domain name.</param>
    /// <param name="nameServers">The complete set of its name servers.</param>
    /// <returns>The fault, as the registry's text such as <c>SOA Serial mismatch between responses.</c>; null if there is none.</returns>
    string? Diagnose(EppDomainName domain, IReadOnlyList<EppDomainName> nameServers);
}

/// <summary>Gets no response, as for domains that are in no zone.</summary>
public sealed class SilentNameServers : INameServerProbe
{
    /// <inheritdoc/>
    public string? Diagnose(EppDomainName domain, IReadOnlyList<EppDomainName> nameServers) => "Failed to query nameservers.";
}

/// <summary>Reports no fault.</summary>
public sealed class HealthyNameServers : INameServerProbe
{
    /// <inheritdoc/>
    public string? Diagnose(EppDomainName domain, IReadOnlyList<EppDomainName> nameServers) => null;
}
