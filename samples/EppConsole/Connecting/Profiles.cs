using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppConsole.Registries;

namespace EppConsole.Connecting;

/// <summary>The registries that this program knows: .dk completely, the others by their limits, on top of the RFCs and all extensions of the library.</summary>
internal static class Profiles
{
    private static readonly EppProfile Standard = EppProfiles.Standard with { Schemas = [.. EppProfiles.Standard.Schemas, BalanceSchema.Instance] };

    private static readonly Dictionary<string, EppProfile> All = new(StringComparer.Ordinal)
    {
        ["standard"] = Standard,
        ["dk"] = DkProfile.Current,
        ["norid"] = Limited("norid", EppRegistryLimits.Norid),
        ["ee"] = Limited("ee", EppRegistryLimits.Ee),
        ["co"] = Limited("co", EppRegistryLimits.Co),
        ["nomulus"] = Limited("nomulus", EppRegistryLimits.Nomulus),
        ["verisign"] = Limited("verisign", EppRegistryLimits.Verisign),
    };

    public static string[] Names => [.. All.Keys];

    /// <exception cref="UsageException">The profile does not exist.</exception>
    public static EppProfile Of(string name) => All.GetValueOrDefault(name) ?? throw new UsageException($"The profile {name} does not exist. Use one of: {string.Join(", ", All.Keys)}.");

    /// <summary>Gets the commands in the form that the registry requires.</summary>
    public static IRegistryCommands CommandsOf(EppProfile profile) => profile == DkProfile.Current ? new DkCommands() : new StandardCommands();

    private static EppProfile Limited(string name, EppRegistryLimits limits) => Standard with { Name = name, Limits = limits };
}
