using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Recovery.Reconcilers;

namespace EppClient;

/// <summary>Profiles that need no registry-specific package.</summary>
public static class EppProfiles
{
    /// <summary>
    /// The RFCs with all extensions of this package, and cautious limits. The login announces those that the greeting offers. Use it as a starting
    /// point: <c>EppProfiles.Standard with { ... }</c>.
    /// </summary>
    public static EppProfile Standard { get; } = new()
    {
        Name = "standard",
        Schemas =
        [
            DomainSchema.Instance, HostSchema.Instance, ContactSchema.Instance, SecDnsSchema.Instance, RgpSchema.Instance,
            OrganizationSchema.Instance, MaintenanceSchema.Instance,
            FeeSchema.Instance, LaunchSchema.Instance, MarkSchema.Instance, SignedMarkSchema.Instance, SignatureSchema.Instance,
            AllocationTokenSchema.Instance, ChangePollSchema.Instance, OrganizationLinkSchema.Instance, TimeToLiveSchema.Instance,
            AdditionalEmailSchema.Instance,
        ],
        Reconcilers = StandardReconcilers.All,
    };
}
