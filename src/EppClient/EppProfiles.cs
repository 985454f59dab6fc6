using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppClient.Extensions.Rgp;
using EppClient.Extensions.SecDns;
using EppClient.Protocol;

namespace EppClient;

/// <summary>Profiles that need no registry's own package.</summary>
public static class EppProfiles
{
    /// <summary>The RFCs (5730 to 5733, 3915, 5910) and cautious limits. A starting point: <c>EppProfiles.Standard with { ... }</c>.</summary>
    public static EppProfile Standard { get; } = new()
    {
        Name = "standard",
        Schemas = [DomainSchema.Instance, HostSchema.Instance, ContactSchema.Instance, SecDnsSchema.Instance, RgpSchema.Instance],
    };
}
