using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>The profile of the .dk registry, for <see cref="EppOptions.Profile"/>.</summary>
public static class DkProfile
{
    /// <summary>
    /// The host of the registry's production service, for <see cref="EppOptions.Host"/>; its port is <see cref="Port"/>. It accepts connections from the addresses on the
    /// account's allow-list in the registrar portal (service specification 5.3.1 of 2026-06-25, "Available Environments").
    /// </summary>
    public const string ProductionHost = "epp.dk-hostmaster.dk";

    /// <summary>
    /// The host of the registry's sandbox; its port is <see cref="Port"/>. It has its own logins, created in the portal of the sandbox. Nothing reaches the zone, and no
    /// e-mail is sent (service specification 5.3.1, and sandbox specification 3.0 of 2026-07-15).
    /// </summary>
    public const string SandboxHost = "epp-sandbox.dk-hostmaster.dk";

    /// <summary>The port of both services, as in RFC 5734: 700.</summary>
    public const int Port = 700;

    // Texts that the registry publishes only for 2303.
    private static readonly string[] NotFound =
    [
        "Domain not found", "Domain does not exist", "Unknown host", "Host not found", "Host / domain relation not found", "DS set not found", "No DS records for domain",
    ];

    /// <summary>
    /// The registry since 2026-07-01: the RFCs with the registry's changes, the balance mapping, and dkhm in the version that the greeting
    /// offers (4.5, otherwise 4.4; responses are read in any version).
    /// </summary>
    public static EppProfile Current { get; } = EppProfiles.Standard with
    {
        Name = "dk",
        Schemas = [.. EppProfiles.Standard.Schemas, BalanceSchema.Instance, DkhmSchema.Instance],
        Families = [new EppNamespaceFamily(DkNamespaces.DkhmFamily, DkNamespaces.Dkhm)],
        OlderVersions = [DkhmSchema.Dkhm44],
        Overlay = DkOverlay.Instance,

        // Used to restore a domain, but not offered in the greeting.
        NeverAnnounce = [EppNamespaces.Rgp],

        OfferedServices =
        [
            EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact, EppNamespaces.Balance, EppNamespaces.SecDns,
            DkNamespaces.Dkhm, "urn:dkhm:params:xml:ns:dkhm-4.4", "urn:dkhm:params:xml:ns:dkhm-domain-4.4",
        ],
        PasswordPolicy = new EppPasswordPolicy { MinLength = 8, MaxLength = 64, MinKinds = 3, SpecialCharacters = "%`'()*+-,./:;<>=!_&~{}|^?$#@\"[]" },

        // The last code of a session keeps its first digit and its last two digits, so 2503 means 2003, 2103 or 2303.
        ClosingTexts = ["; Disconnect due to "],
        ClosingCodes = [.. NotFound.Select(text => new EppClosingCode(new(2503), EppResultCode.ObjectDoesNotExist, text))],

        // The outcome of a restore, which may have the transaction ids of the deletion that it undid.
        UndoneActionTexts = ["cancellation stopped"],
        Limits = new EppRegistryLimits
        {
            // The registry's text says "700 seconds (5 minutes)"; the shorter value is the safe one.
            IdleLimit = TimeSpan.FromMinutes(5),
            SessionLifetime = TimeSpan.FromHours(8),
            MaxFrameLength = 262_144,
            MaxRepeatedErrors = 3,
        },
        Reconcilers = [.. DkReconcilers.All, .. EppProfiles.Standard.Reconcilers],
    };
}
