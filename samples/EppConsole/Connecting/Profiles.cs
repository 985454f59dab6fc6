using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppConsole.Registries;

namespace EppConsole.Connecting;

/// <summary>The registries that this program knows: .dk completely, the others by their limits, on top of the RFCs and all extensions of the library.</summary>
internal static class Profiles
{
    // Names the registry of a command where one server has several; an --extension sends it.
    private const string NameStore = "http://www.verisign-grs.com/epp/namestoreExt-1.1";

    private static readonly EppProfile Standard = EppProfiles.Standard with { Schemas = [.. EppProfiles.Standard.Schemas, BalanceSchema.Instance] };

    private static readonly Dictionary<string, EppProfile> All = new(StringComparer.Ordinal)
    {
        ["standard"] = Standard,
        ["dk"] = DkProfile.Current,
        ["norid"] = Limited("norid", EppRegistryLimits.Norid),
        ["ee"] = Limited("ee", EppRegistryLimits.Ee),
        ["co"] = Limited("co", EppRegistryLimits.Co),
        ["nomulus"] = Limited("nomulus", EppRegistryLimits.Nomulus),
        ["verisign"] = Limited("verisign", EppRegistryLimits.Verisign) with { PracticeUris = [.. Standard.PracticeUris, NameStore] },
    };

    public static string[] Names => [.. All.Keys];

    /// <exception cref="UsageException">The profile does not exist.</exception>
    public static EppProfile Of(string name) => All.GetValueOrDefault(name) ?? throw new UsageException($"The profile {name} does not exist. Use one of: {string.Join(", ", All.Keys)}.");

    /// <summary>Gets the commands in the form that the registry requires.</summary>
    public static IRegistryCommands CommandsOf(EppProfile profile) => IsDk(profile) ? new DkCommands() : new StandardCommands();

    /// <summary>Gets the reader of the registry's own data.</summary>
    public static IRegistryFields FieldsOf(EppProfile profile) => IsDk(profile) ? new DkFields() : new StandardFields();

    /// <summary>Adds services to announce at login.</summary>
    /// <param name="profile">The profile of the registry.</param>
    /// <param name="always">The services that the user wants to announce, also if the greeting does not offer them.</param>
    /// <param name="offered">The services to announce if the greeting offers them.</param>
    public static EppProfile Announcing(EppProfile profile, IReadOnlyList<string> always, IEnumerable<string> offered) => profile with
    {
        PracticeUris = [.. profile.PracticeUris, .. always.Concat(offered).Except(profile.PracticeUris, StringComparer.Ordinal)],
        AlwaysAnnounce = [.. profile.AlwaysAnnounce, .. always],
    };

    private static bool IsDk(EppProfile profile) => profile.Name == DkProfile.Current.Name;

    private static EppProfile Limited(string name, EppRegistryLimits limits) => Standard with { Name = name, Limits = limits };
}
