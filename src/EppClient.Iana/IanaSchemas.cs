using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The schemas of this package, for <see cref="EppClient.EppProfile.Schemas"/>.</summary>
public static class IanaSchemas
{
    /// <summary>All schemas but <c>SecDns10Schema</c>. The login announces those that the greeting offers.</summary>
    /// <remarks>
    /// RFC 5910 has replaced the first version of DNS security (RFC 4310, <c>SecDns10Schema</c>), and registries that still offer both respond with
    /// both to a client that announces both. Add it for a registry that offers nothing else.
    /// </remarks>
    public static IReadOnlyList<EppSchema> All { get; } =
    [
        ArtRecordSchema.Instance,
        AtVerificationSchema.Instance,
        BundleSchema.Instance,
        CdnSchema.Instance,
        ChargeSchema.Instance,
        CoaSchema.Instance,
        CoreAuctionSchema.Instance,
        CoreContactEligibilitySchema.Instance,
        CoreDomainEligibilitySchema.Instance,
        CoreIdnSchema.Instance,
        CorePrivacySchema.Instance,
        CorePromotionSchema.Instance,
        CorePromotionInfoSchema.Instance,
        DefRegSchema.Instance,
        E164Schema.Instance,
        E164ValidationSchema.Instance,
        E164SimpleValidationSchema.Instance,
        EmailFwdSchema.Instance,
        FinanceSchema.Instance,
        FurySchema.Instance,
        FuryRgpSchema.Instance,
        IdnSchema.Instance,
        IdnLangSchema.Instance,
        IisSchema.Instance,
        JobsContactSchema.Instance,
        KeyRelaySchema.Instance,
        LowBalanceSchema.Instance,
        NameWatchSchema.Instance,
        NameStoreSchema.Instance,
        PersRegSchema.Instance,
        PremiumDomainSchema.Instance,
        RegistrySchema.Instance,
        RegistryLockSchema.Instance,
        RelatedDomainSchema.Instance,
        RgpPollSchema.Instance,
        SuggestionSchema.Instance,
        SyncSchema.Instance,
        TangoAuctionSchema.Instance,
        TangoContactEligibilitySchema.Instance,
        TangoDomainEligibilitySchema.Instance,
        TangoIdnSchema.Instance,
        TangoPrivacySchema.Instance,
        TangoPromotionSchema.Instance,
        TangoPromotionInfoSchema.Instance,
        VariantSchema.Instance,
        WhoisInfoSchema.Instance,
        WhoWasSchema.Instance,
    ];
}
