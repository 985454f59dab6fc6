using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>
/// What the registry's codes and texts mean. Text goes first: several rules share a code, several codes serve one rule, and the code of
/// a session's last answer is rewritten. Where no text is known, the code decides.
/// </summary>
internal static class RefusalTexts
{
    // The first that occurs counts. Compared without regard to case, because the published texts are not always the sent ones.
    private static readonly (string Text, DkRefusalReason Reason)[] Texts =
    [
        ("modify field", DkRefusalReason.LockedField),
        ("orderconfirmationToken", DkRefusalReason.OrderConfirmation),
        ("Insufficient credit", DkRefusalReason.Funds),
        ("Billing failure", DkRefusalReason.Funds),
        ("not allowed with dkhm:management", DkRefusalReason.HandlingModel),
        ("for registrar managed domains", DkRefusalReason.HandlingModel),
        ("for registrar handled domains", DkRefusalReason.HandlingModel),
        ("already registrar managed", DkRefusalReason.HandlingModel),
        ("handled by registrar", DkRefusalReason.HandlingModel),
        ("handling by registrar", DkRefusalReason.HandlingModel),
        ("is not registrar managed", DkRefusalReason.HandlingModel),
        ("without authinfo token is not currently allowed", DkRefusalReason.TokenRequired),
        ("no valid authinfo token", DkRefusalReason.Token),
        ("authinfo token is not valid", DkRefusalReason.Token),
        ("Invalid authorization information", DkRefusalReason.Token),
        ("failed ID control", DkRefusalReason.UnusableRegistrant),
        ("cannot be used as registrant", DkRefusalReason.UnusableRegistrant),
        ("not permitted for registrant role", DkRefusalReason.UnusableRegistrant),
        ("User is in a registrar group", DkRefusalReason.UnusableRegistrant),
        ("No NSA for domain", DkRefusalReason.MissingRole),
        ("not NSA for all", DkRefusalReason.MissingRole),
        ("not authorized", DkRefusalReason.MissingRole),
        ("Permission denied", DkRefusalReason.MissingRole),
        ("Nameserver Change failed", DkRefusalReason.MissingRole),
        ("Multiple operations", DkRefusalReason.MixedOperations),
        ("cannot be combined", DkRefusalReason.MixedOperations),
        ("Too few hosts", DkRefusalReason.NameServerSetup),
        ("Too many hosts", DkRefusalReason.NameServerSetup),
        ("active hosts", DkRefusalReason.NameServerSetup),
        ("nameserver setup", DkRefusalReason.NameServerSetup),
        ("query nameservers", DkRefusalReason.NameServerSetup),
        ("resolve nameserver", DkRefusalReason.NameServerSetup),
        ("inactive nameserver", DkRefusalReason.NameServerSetup),
        ("No nameserver", DkRefusalReason.NameServerSetup),
        ("nameserver IP address", DkRefusalReason.NameServerSetup),
        ("Nameserver response", DkRefusalReason.NameServerSetup),
        ("Gluerecords", DkRefusalReason.NameServerSetup),
        ("NS record", DkRefusalReason.NameServerSetup),
        ("NS info", DkRefusalReason.NameServerSetup),
        ("SOA serial", DkRefusalReason.NameServerSetup),
        ("curExpDate", DkRefusalReason.RenewalWindow),
        ("expire date", DkRefusalReason.RenewalWindow),
        ("Invalid period", DkRefusalReason.RenewalWindow),
        ("has active domains", DkRefusalReason.InUse),
        ("IP not supported", DkRefusalReason.InvalidValue),

        // Missing objects are 2302 in one document and 2303 in another.
        ("not found", DkRefusalReason.NotFound),
        ("does not exist", DkRefusalReason.NotFound),
        ("non-existent", DkRefusalReason.NotFound),
        ("Unknown host", DkRefusalReason.NotFound),
        ("No DS records", DkRefusalReason.NotFound),
    ];

    public static DkRefusalReason ReasonOf(EppResponse response)
    {
        foreach (var (text, reason) in Texts)
        {
            if (response.Message.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return reason;
            }
        }

        // A closing code may stand for several: it tells only where they all mean the same.
        var reasons = response.BaseCode.PossibleOriginals.Select(ReasonOf).Distinct().ToList();
        return reasons.Count == 1 ? reasons[0] : DkRefusalReason.Other;
    }

    public static string RemedyOf(DkRefusalReason reason) => reason switch
    {
        DkRefusalReason.HandlingModel => "The handling model does not allow it: read docs/handling-models.md for what each model allows.",
        DkRefusalReason.MissingRole => "The account has no role on the object that allows it, or the login lacks the right inside its account.",
        DkRefusalReason.NotFound => "There is no such object.",
        DkRefusalReason.AlreadyExists => "There is one already.",
        DkRefusalReason.Status => "The object's status forbids it now: look at the statuses of info.",
        DkRefusalReason.LockedField => "The field follows a public register or is a registrant's name: leave it out of the change.",
        DkRefusalReason.InUse => "Another object depends on it: release that first.",
        DkRefusalReason.Token => "The token does not open this domain, or has ended: ask the registrant for a new one.",
        DkRefusalReason.TokenRequired => "The registry wants a token: ask the registrant for one.",
        DkRefusalReason.Funds => "The prepaid account has too little money: pay in.",
        DkRefusalReason.RenewalWindow => "Renewal is possible from two months before the expiry date, for one year, and with the date that info shows.",
        DkRefusalReason.NotTransferable => "The domain cannot be transferred now: it is unpaid, blocked, locked or still being registered.",
        DkRefusalReason.UnusableRegistrant => "The contact cannot be the registrant: it must be a person or organization of the same model that has not failed its check.",
        DkRefusalReason.NameServerSetup => "Two to seven active name servers must answer for the domain, all with the same records.",
        DkRefusalReason.OrderConfirmation => "The registrant must have accepted the terms within the last 30 days.",
        DkRefusalReason.InvalidValue => "A value is missing, malformed or against the registry's policy.",
        DkRefusalReason.MixedOperations => "Send one operation in a command.",
        DkRefusalReason.NotImplemented => "The registry does not implement it.",
        DkRefusalReason.RegistryFault => "The registry failed: try again later.",
        _ => "The code and the text of the answer tell more.",
    };

    private static DkRefusalReason ReasonOf(EppResultCode code) => code.Value switch
    {
        2000 or 2101 or 2102 or 2103 or 2307 => DkRefusalReason.NotImplemented,
        2001 or 2003 or 2004 or 2005 or 2306 => DkRefusalReason.InvalidValue,
        2104 => DkRefusalReason.Funds,
        2105 => DkRefusalReason.RenewalWindow,
        2106 => DkRefusalReason.NotTransferable,
        2201 => DkRefusalReason.MissingRole,
        2202 => DkRefusalReason.Token,
        2302 => DkRefusalReason.AlreadyExists,
        2303 => DkRefusalReason.NotFound,
        2304 => DkRefusalReason.Status,
        2305 => DkRefusalReason.InUse,
        2308 => DkRefusalReason.MixedOperations,
        2400 or 2500 => DkRefusalReason.RegistryFault,
        _ => DkRefusalReason.Other,
    };
}
