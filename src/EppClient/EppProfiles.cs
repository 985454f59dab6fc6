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
    /// <remarks>
    /// Does not include the first version of DNS security (RFC 4310, <c>SecDns10Schema</c>): RFC 5910 has replaced it, and registries that still
    /// offer both respond with both to a client that announces both.
    /// </remarks>
    public static EppProfile Standard { get; } = new()
    {
        Name = "standard",
        Schemas =
        [
            DomainSchema.Instance, HostSchema.Instance, ContactSchema.Instance, SecDnsSchema.Instance, RgpSchema.Instance,
            OrganizationSchema.Instance, MaintenanceSchema.Instance, KeyRelaySchema.Instance,
            FeeSchema.Instance, LaunchSchema.Instance, MarkSchema.Instance, SignedMarkSchema.Instance, SignatureSchema.Instance,
            AllocationTokenSchema.Instance, ChangePollSchema.Instance, OrganizationLinkSchema.Instance, TimeToLiveSchema.Instance,
            AdditionalEmailSchema.Instance, BundleSchema.Instance,
            E164Schema.Instance, E164ValidationSchema.Instance, E164SimpleValidationSchema.Instance,
        ],
        Reconcilers = StandardReconcilers.All,
    };
}
