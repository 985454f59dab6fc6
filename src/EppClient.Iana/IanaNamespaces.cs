namespace EppClient.Iana;

/// <summary>The XML namespaces of the extensions in this package.</summary>
public static class IanaNamespaces
{
    /// <summary>Domain names of .art for a work of art: a description of the work.</summary>
    public const string ArtRecord = "urn:ietf:params:xml:ns:artRecord-0.2";

    /// <summary>Verified contacts of .at: reports of a verification, and the resulting state at the registry.</summary>
    public const string AtVerification = "http://www.nic.at/xsd/at-ext-verification-1.0";

    /// <summary>Chinese domain names: the forms of a name in simplified and in traditional characters, and its variants, which belong together.</summary>
    public const string Cdn = "urn:ietf:params:xml:ns:cdn-1.0";

    /// <summary>The prices of commands on a domain name, by its price category, and the client's consent to them.</summary>
    public const string Charge = "http://www.unitedtld.com/epp/charge-1.0";

    /// <summary>Client object attributes: key-value pairs that a client stores with an object at the registry.</summary>
    public const string Coa = "urn:ietf:params:xml:ns:coa-1.0";

    /// <summary>Bids in auctions for domain names with several applicants.</summary>
    public const string CoreAuction = "http://xmlns.corenic.net/epp/auction-1.0";

    /// <summary>The eligibility of contacts for names: public identifiers, and whether they are natural persons.</summary>
    public const string CoreContactEligibility = "http://xmlns.corenic.net/epp/contact-eligibility-1.1";

    /// <summary>The intended use of a domain name, if the registry requires it.</summary>
    public const string CoreDomainEligibility = "http://xmlns.corenic.net/epp/eligibility-1.0";

    /// <summary>The language or script of internationalized domain names, and their variants.</summary>
    public const string CoreIdn = "http://xmlns.corenic.net/epp/idn-1.0";

    /// <summary>Whether the holder of a domain name is a natural person, and whether its data may be shown.</summary>
    public const string CorePrivacy = "http://xmlns.corenic.net/epp/privacy-1.0";

    /// <summary>Promotion codes on registrations and renewals.</summary>
    public const string CorePromotion = "http://xmlns.corenic.net/epp/promotion-1.0";

    /// <summary>The benefits of a promotion code.</summary>
    public const string CorePromotionInfo = "http://xmlns.corenic.net/epp/promotion-info-1.0";

    /// <summary>Defensive registrations of .name, which prevent others from registering names that contain a trademark.</summary>
    public const string DefReg = "http://www.nic.name/epp/defReg-1.0";

    /// <summary>Email addresses of .name, whose mail the registry forwards.</summary>
    public const string EmailFwd = "http://www.nic.name/epp/emailFwd-1.0";

    /// <summary>The funds of a client at its registry: the balance of each of its wallets.</summary>
    public const string Finance = "urn:ietf:params:xml:ns:finance-1.1";

    /// <summary>The Fury registry platform: properties of objects as keys with values, bundles of domain names, and more specific result codes.</summary>
    public const string Fury = "urn:ietf:params:xml:ns:fury-2.1";

    /// <summary>When the grace period of a domain name ends, in addition to RFC 3915.</summary>
    public const string FuryRgp = "urn:ietf:params:xml:ns:fury-rgp-1.0";

    /// <summary>Internationalized domain names: the character table of a name, and its Unicode form.</summary>
    public const string Idn = "urn:ietf:params:xml:ns:idn-1.0";

    /// <summary>The language of an internationalized domain name, given when the name is registered.</summary>
    public const string IdnLang = "http://www.verisign.com/epp/idnLang-1.0";

    /// <summary>The .se and .nu registry: identification of contacts, deactivation instead of deletion, name servers on transfers, and notices about other clients' actions.</summary>
    public const string Iis = "urn:se:iis:xml:epp:iis-1.2";

    /// <summary>The fields of a contact of the .jobs registry in addition to RFC 5733.</summary>
    public const string JobsContact = "http://www.verisign.com/epp/jobsContact-1.0";

    /// <summary>Poll messages that warn of a low balance of the client's account.</summary>
    public const string LowBalance = "http://www.verisign.com/epp/lowbalance-poll-1.0";

    /// <summary>NameWatch objects of .name: reports about new names that resemble a watched one.</summary>
    public const string NameWatch = "http://www.nic.name/epp/nameWatch-1.0";

    /// <summary>Several registries behind one server: each command names its registry.</summary>
    public const string NameStore = "http://www.verisign-grs.com/epp/namestoreExt-1.1";

    /// <summary>Personal registrations of .name: consent of the holder of a defensive registration, and the price of a domain name together with its email address.</summary>
    public const string PersReg = "http://www.nic.name/epp/persReg-1.0";

    /// <summary>Premium domain names: their prices, and their reassignment to another registrar.</summary>
    public const string PremiumDomain = "http://www.verisign.com/epp/premiumdomain-1.0";

    /// <summary>Zones of a registry as objects: their services, phases, policies and limits, so that clients can adapt to them.</summary>
    public const string Registry = "http://www.verisign.com/epp/registry-1.0";

    /// <summary>Domain names that only the registry can unlock.</summary>
    public const string RegistryLock = "urn:se:iis:xml:epp:registryLock-1.0";

    /// <summary>Related domain names, such as the variants of a name below several top-level domains, which one command handles together.</summary>
    public const string RelatedDomain = "http://www.verisign.com/epp/relatedDomain-1.0";

    /// <summary>Poll messages about domain names that are being restored and whose restore report is due.</summary>
    public const string RgpPoll = "http://www.verisign.com/epp/rgp-poll-1.0";

    /// <summary>Suggestions for domain names that match a word or a name, with their availability.</summary>
    public const string Suggestion = "http://www.verisign-grs.com/epp/suggestion-1.1";

    /// <summary>Moves the expiry of a domain name to a day of the year, so that several names expire together.</summary>
    public const string Sync = "http://www.verisign.com/epp/sync-1.0";

    /// <summary>Bids in auctions for domain names with several applicants.</summary>
    public const string TangoAuction = "http://xmlns.tango-rs.net/epp/auction-1.0";

    /// <summary>The eligibility of contacts for names: public identifiers, and whether they are natural persons.</summary>
    public const string TangoContactEligibility = "http://xmlns.tango-rs.net/epp/contact-eligibility-1.1";

    /// <summary>The intended use of a domain name, if the registry requires it.</summary>
    public const string TangoDomainEligibility = "http://xmlns.tango-rs.net/epp/eligibility-1.0";

    /// <summary>The language or script of internationalized domain names, and their variants.</summary>
    public const string TangoIdn = "http://xmlns.tango-rs.net/epp/idn-1.0";

    /// <summary>Whether the holder of a domain name is a natural person, and whether its data may be shown.</summary>
    public const string TangoPrivacy = "http://xmlns.tango-rs.net/epp/privacy-1.0";

    /// <summary>Promotion codes on registrations and renewals.</summary>
    public const string TangoPromotion = "http://xmlns.tango-rs.net/epp/promotion-1.0";

    /// <summary>The benefits of a promotion code.</summary>
    public const string TangoPromotionInfo = "http://xmlns.tango-rs.net/epp/promotion-info-1.0";

    /// <summary>Variants of an internationalized domain name, which belong to the same registrant.</summary>
    public const string Variant = "urn:gdr:params:xml:ns:variant-1.0";

    /// <summary>The Whois data of the registrar of a domain name.</summary>
    public const string WhoisInfo = "http://www.verisign.com/epp/whoisInf-1.0";

    /// <summary>The history of an object: its sponsors over time, and the changes to it.</summary>
    public const string WhoWas = "http://www.verisign.com/epp/whowas-1.0";

    /// <summary>RFC 4310: DNS security, replaced by RFC 5910.</summary>
    public const string SecDns10 = "urn:ietf:params:xml:ns:secDNS-1.0";

    /// <summary>RFC 8063: DNSSEC keys for the current DNS operator.</summary>
    public const string KeyRelay = "urn:ietf:params:xml:ns:keyrelay-1.0";

    /// <summary>RFC 9095: bundles of domain names.</summary>
    public const string Bundle = "urn:ietf:params:xml:ns:epp:b-dn";

    /// <summary>RFC 4114: telephone numbers (ENUM).</summary>
    public const string E164 = "urn:ietf:params:xml:ns:e164epp-1.0";

    /// <summary>RFC 5076: validation of telephone numbers.</summary>
    public const string E164Validation = "urn:ietf:params:xml:ns:e164val-1.0";

    /// <summary>RFC 5076: a simple description of a validation.</summary>
    public const string E164SimpleValidation = "urn:ietf:params:xml:ns:e164valex-1.1";
}
