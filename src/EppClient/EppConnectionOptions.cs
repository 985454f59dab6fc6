using System.Net;

namespace EppClient;

/// <summary>How a pool connects to the registry.</summary>
public sealed record EppConnectionOptions
{
    /// <summary>
    /// Further servers of the registry, in the order in which they are tried when <see cref="EppOptions.Host"/> cannot be reached. A server that is
    /// reached is used until it cannot be reached; after <see cref="FailbackInterval"/> the host is tried again. Default: null, those of the profile.
    /// </summary>
    public IReadOnlyList<EppEndpoint>? FallbackEndpoints { get; init; }

    /// <summary>How long a fallback endpoint is used before new sessions try <see cref="EppOptions.Host"/> again. Default: 5 minutes; from 1 second to 1 day.</summary>
    public TimeSpan FailbackInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The address of this machine to connect from, for registries that allow only some addresses. Default: null, the system chooses.</summary>
    public IPAddress? LocalAddress { get; init; }

    /// <summary>The proxy to connect through, for registries that allow only its address. Default: null, none.</summary>
    public EppProxy? Proxy { get; init; }

    internal void Validate(OptionFaults faults)
    {
        Proxy?.Validate(faults);
        faults.InRange("EppConnectionOptions.FailbackInterval", FailbackInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
    }
}
