using EppClient;

namespace Samples;

/// <summary>The profile of the registry, for <see cref="EppOptions.Profile"/>.</summary>
public static class RegistryProfile
{
    /// <summary>The schemas and limits of the registry. Limits that the registry publishes keep the pool within them.</summary>
    public static EppProfile Current { get; } = EppProfiles.Standard with
    {
        Name = "example",
        Schemas = [.. EppProfiles.Standard.Schemas, ExregSchema.Instance],
        Limits = new EppRegistryLimits { IdleLimit = TimeSpan.FromMinutes(5), MaxSessions = 5 },
    };
}
