using EppClient.Iana.ArtRecord;
using EppClient.Iana.AtVerification;
using EppClient.Iana.Cdn;
using EppClient.Iana.Charge;
using EppClient.Iana.Coa;
using EppClient.Iana.Core;
using EppClient.Iana.DefReg;
using EppClient.Iana.EmailFwd;
using EppClient.Iana.Finance;
using EppClient.Iana.Fury;
using EppClient.Iana.FuryRgp;
using EppClient.Iana.Idn;
using EppClient.Iana.IdnLang;
using EppClient.Iana.Iis;
using EppClient.Iana.JobsContact;
using EppClient.Iana.LowBalance;
using EppClient.Iana.NameStore;
using EppClient.Iana.NameWatch;
using EppClient.Iana.PersReg;
using EppClient.Iana.PremiumDomain;
using EppClient.Iana.Registry;
using EppClient.Iana.RegistryLock;
using EppClient.Iana.RelatedDomain;
using EppClient.Iana.RgpPoll;
using EppClient.Iana.Suggestion;
using EppClient.Iana.Sync;
using EppClient.Iana.Tango;
using EppClient.Iana.Variant;
using EppClient.Iana.WhoisInfo;
using EppClient.Iana.WhoWas;
using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The schemas of this package, for <see cref="EppClient.Protocol.EppProfile.Schemas"/>.</summary>
public static class IanaSchemas
{
    /// <summary>All of them. Of these, login announces what the greeting offers.</summary>
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
