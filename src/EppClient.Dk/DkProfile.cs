using EppClient.Commands.Balance;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>The .dk registry as a profile for <see cref="EppOptions.Profile"/>.</summary>
public static class DkProfile
{
    /// <summary>
    /// The registry as it runs since 2026-07-01: the RFCs with its changes to them, the balance mapping, and dkhm in whichever
    /// version the greeting offers (4.5, else 4.4; answers are read in any version).
    /// </summary>
    public static EppProfile Current { get; } = EppProfiles.Standard with
    {
        Name = "dk",
        Schemas = [.. EppProfiles.Standard.Schemas, BalanceSchema.Instance, DkhmSchema.Instance],
        Families = [new EppNamespaceFamily(DkNamespaces.DkhmFamily, DkNamespaces.Dkhm)],
        OlderVersions = [DkhmSchema.Dkhm44],
        Overlay = DkOverlay.Instance,

        // Restoring uses it, but the greeting does not offer it.
        AnnouncedNever = [EppNamespaces.Rgp],

        // The registry's text says "700 seconds (5 minutes)"; the shorter of the two is the safe one.
        IdleLimit = TimeSpan.FromMinutes(5),
        SessionLifetime = TimeSpan.FromHours(8),
        MaxFrameLength = 262_144,
        Reconcilers = [.. DkReconcilers.All, .. EppProfiles.Standard.Reconcilers],
    };
}
