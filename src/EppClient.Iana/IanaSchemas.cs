using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The schemas of this package, for <see cref="EppClient.EppProfile.Schemas"/>.</summary>
public static class IanaSchemas
{
    /// <summary>All schemas. The login announces those that the greeting offers.</summary>
    public static IReadOnlyList<EppSchema> All { get; } =
    [
        ArtRecordSchema.Instance,
        AtVerificationSchema.Instance,
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
        EmailFwdSchema.Instance,
        FinanceSchema.Instance,
        FurySchema.Instance,
        FuryRgpSchema.Instance,
        IdnSchema.Instance,
        IdnLangSchema.Instance,
        IisSchema.Instance,
        JobsContactSchema.Instance,
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
