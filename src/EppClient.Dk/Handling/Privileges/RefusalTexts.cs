namespace EppClient.Dk;

/// <summary>
/// What the registry's codes and texts mean. Text goes first: several rules share a code, several codes serve one rule, and the code of
/// a session's last answer is rewritten. Where no text is known, the code decides.
/// </summary>
internal static class RefusalTexts
{
    private const string PeriodRemedy = "The period is one year, for a registration as for a renewal.";

    // Parts of the texts that the registry has published (specification 5.3.1, status code guide). The first that occurs counts; one without a reason leaves
    // it to the code. Compared without regard to case, because the published texts are not always the sent ones.
    private static readonly (string Text, DkRefusalReason? Reason, string? Remedy)[] Texts =
    [
        // Before all others: texts of faults mention objects and addresses.
        ("Internal error", DkRefusalReason.RegistryFault, null),
        ("Error occoured", DkRefusalReason.RegistryFault, null),
        ("You need to login first", DkRefusalReason.Other, "The session is not logged in: log in first."),
        ("modify field", DkRefusalReason.LockedField, null),
        ("orderconfirmationToken", DkRefusalReason.OrderConfirmation, null),
        ("Insufficient credit", DkRefusalReason.Funds, null),
        ("Billing failure", DkRefusalReason.Funds, null),
        ("not allowed with dkhm:management", DkRefusalReason.HandlingModel, null),
        ("for registrar managed domains", DkRefusalReason.HandlingModel, null),
        ("for registrar handled domains", DkRefusalReason.HandlingModel, null),
        ("already registrar managed", DkRefusalReason.HandlingModel, null),
        ("handled by registrar", DkRefusalReason.HandlingModel, null),
        ("handling by registrar", DkRefusalReason.HandlingModel, null),
        ("is not registrar managed", DkRefusalReason.HandlingModel, null),
        ("without authinfo token is not currently allowed", DkRefusalReason.TokenRequired, null),
        ("no valid authinfo token", DkRefusalReason.Token, null),
        ("authinfo token is not valid", DkRefusalReason.Token, null),
        ("Invalid authorization information", DkRefusalReason.Token, null),
        ("failed ID control", DkRefusalReason.UnusableRegistrant, null),
        ("failed ID-control", DkRefusalReason.UnusableRegistrant, null),
        ("cannot be used as registrant", DkRefusalReason.UnusableRegistrant, null),
        ("not permitted for registrant role", DkRefusalReason.UnusableRegistrant, null),
        ("User is in a registrar group", DkRefusalReason.UnusableRegistrant, null),
        ("No NSA for domain", DkRefusalReason.MissingRole, null),
        ("not NSA for all", DkRefusalReason.MissingRole, null),
        ("not in registrar group", DkRefusalReason.MissingRole, null),
        ("group membership is required", DkRefusalReason.MissingRole, null),
        ("not handled by current user", DkRefusalReason.MissingRole, null),
        ("not authorized", DkRefusalReason.MissingRole, null),
        ("Permission denied", DkRefusalReason.MissingRole, null),
        ("Nameserver Change failed", DkRefusalReason.MissingRole, null),
        ("does not hold the privilege", DkRefusalReason.MissingRole, null),
        ("Multiple operations", DkRefusalReason.MixedOperations, null),
        ("cannot be combined", DkRefusalReason.MixedOperations, null),
        ("Too few hosts", DkRefusalReason.NameServerSetup, null),
        ("Too many hosts", DkRefusalReason.NameServerSetup, null),
        ("name servers are below the required limit", DkRefusalReason.NameServerSetup, null),
        ("active hosts", DkRefusalReason.NameServerSetup, null),
        ("nameserver setup", DkRefusalReason.NameServerSetup, null),
        ("query nameservers", DkRefusalReason.NameServerSetup, null),
        ("resolve nameserver", DkRefusalReason.NameServerSetup, null),
        ("inactive nameserver", DkRefusalReason.NameServerSetup, null),
        ("No nameserver", DkRefusalReason.NameServerSetup, null),
        ("nameserver IP address", DkRefusalReason.NameServerSetup, null),
        ("Nameserver response", DkRefusalReason.NameServerSetup, null),
        ("Gluerecords", DkRefusalReason.NameServerSetup, null),
        ("NS record", DkRefusalReason.NameServerSetup, null),
        ("NS info", DkRefusalReason.NameServerSetup, null),
        ("SOA serial", DkRefusalReason.NameServerSetup, null),
        ("curExpDate", DkRefusalReason.RenewalWindow, null),
        ("expire date", DkRefusalReason.RenewalWindow, null),
        ("specified expiry date", DkRefusalReason.RenewalWindow, null),
        ("Invalid period", DkRefusalReason.InvalidValue, PeriodRemedy),
        ("only supported unit", DkRefusalReason.InvalidValue, PeriodRemedy),
        ("has active domains", DkRefusalReason.InUse, null),
        ("IP not supported", DkRefusalReason.InvalidValue, "Name servers are named by their hosts, not by addresses."),
        ("Not enough ip addresses", DkRefusalReason.InvalidValue, "A host that serves the domain above it has at least one address."),
        ("IP addresses are below the required limit", DkRefusalReason.InvalidValue, "A host that serves the domain above it has at least one address."),
        ("domains in list have same registrant", DkRefusalReason.InvalidValue, null),

        // Missing objects are 2302 in one document and 2303 in another.
        ("not found", DkRefusalReason.NotFound, null),
        ("does not exist", DkRefusalReason.NotFound, null),
        ("does not link with", DkRefusalReason.NotFound, null),
        ("non-existent", DkRefusalReason.NotFound, null),
        ("Unknown host", DkRefusalReason.NotFound, null),
        ("No DS records", DkRefusalReason.NotFound, null),

        // Published, and the code tells enough.
        ("No command specified", null, null),
        ("Unknown command", null, null),
        ("Bad command name", null, null),
        ("Command syntax error", null, null),
        ("Command use error", null, null),
        ("Command failed", null, null),
        ("Command did not return a status code", null, null),
        ("Command does not match endpoint", DkRefusalReason.InvalidValue, null),
        ("Server Error", null, null),
        ("Unimplemented", null, null),
        ("maxSigLife not supported", null, null),
        ("Repeated logins", null, null),
        ("Repeated remove", null, null),
        ("Please specify login", null, null),
        ("Login failed", null, null),
        ("Password change failed", null, null),
        ("Value required for", null, null),
        ("Bad digest length", null, null),
        ("Parameter error.", null, null),
        ("Parameter value policy error", null, null),
        ("users for contact type", null, null),
        ("CVR number", null, null),
        ("specify pnumber", null, null),
        ("host name.", null, null),
        ("Remove \"all\" and specific keys", null, null),
        ("Same value required for both", null, null),
        ("Role not permitted", null, null),
        ("handle not permitted", null, null),
        ("Nameserver changes required", null, null),
        ("already exist", null, null),
        ("Domain Name is occupied", null, null),
        ("delete already pending", null, null),
        ("status prohibits", null, null),
        ("not in a state where it can be renewed", null, null),
        ("not ready for transfer", null, null),
        ("subscription id", null, null),
        ("unpaid invoices", null, null),
        ("Domain is locked", null, null),
        ("Domain is blocked", null, null),
        ("not been id validated", null, null),
        ("registrar not allowed to request", null, null),
        ("Domain transfer failed", null, null),
        ("privilege", DkRefusalReason.MissingRole, null),
        ("Unauthorized", DkRefusalReason.MissingRole, null),
    ];

    /// <summary>What a refusal means.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The reason, the remedy, and whether the text is one that the registry has published.</returns>
    public static (DkRefusalReason Reason, string Remedy, bool IsTextKnown) MeaningOf(EppResponse response)
    {
        foreach (var (text, reason, remedy) in Texts)
        {
            if (response.Message.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                var known = reason ?? ReasonOfCode(response);
                return (known, remedy ?? RemedyOf(known), IsTextKnown: true);
            }
        }

        var ofCode = ReasonOfCode(response);
        return (ofCode, RemedyOf(ofCode), IsTextKnown: false);
    }

    public static string RemedyOf(DkRefusalReason reason) => reason switch
    {
        DkRefusalReason.HandlingModel => "The handling model does not allow it: read docs/dk/handling-models.md for what each model allows.",
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

    // A closing code may replace several codes; it gives a reason only if all of them mean the same.
    private static DkRefusalReason ReasonOfCode(EppResponse response)
    {
        var reasons = response.BaseCode.PossibleOriginals.Select(ReasonOf).Distinct().ToList();
        return reasons.Count == 1 ? reasons[0] : DkRefusalReason.Other;
    }

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
