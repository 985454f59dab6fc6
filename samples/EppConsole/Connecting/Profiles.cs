using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppConsole.Registries;

namespace EppConsole.Connecting;

/// <summary>What this program knows of registries: .dk in full, of the others their limits, over the RFCs and all extensions that the library brings.</summary>
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

    /// <exception cref="UsageException">There is no such profile.</exception>
    public static EppProfile Of(string name) => All.GetValueOrDefault(name) ?? throw new UsageException($"There is no profile {name}, but {string.Join(", ", All.Keys)}.");

    /// <summary>How commands are put together where registries differ.</summary>
    public static IRegistryCommands CommandsOf(EppProfile profile) => profile == DkProfile.Current ? new DkCommands() : new StandardCommands();

    private static EppProfile Limited(string name, EppRegistryLimits limits) => Standard with { Name = name, Limits = limits };
}
