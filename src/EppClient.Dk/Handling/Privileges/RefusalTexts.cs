namespace EppClient.Dk;

/// <summary>
/// The meaning of the registry's codes and texts. The text is checked first: several rules share a code, one rule has several codes, and the code of
/// a session's last response is rewritten. If the text is unknown, the code decides.
/// </summary>
internal static class RefusalTexts
{
    private const string PeriodRemedy = "The period of a registration or renewal must be one year.";

    // Parts of the texts that the registry has published (specification 5.3.1, status code guide). The first match counts; for an entry without a reason, the
    // code decides. Compared case-insensitively, because the published texts can differ from the texts that are sent.
    private static readonly (string Text, DkRefusalReason? Reason, string? Remedy)[] Texts =
    [
        // Before all others: fault texts mention objects and addresses.
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
        ("IP not supported", DkRefusalReason.InvalidValue, "Name servers must be host names, not addresses."),
        ("Not enough ip addresses", DkRefusalReason.InvalidValue, "A host that serves its parent domain needs at least one address."),
        ("IP addresses are below the required limit", DkRefusalReason.InvalidValue, "A host that serves its parent domain needs at least one address."),
        ("domains in list have same registrant", DkRefusalReason.InvalidValue, null),

        // A missing object is 2302 in one document and 2303 in another.
        ("not found", DkRefusalReason.NotFound, null),
        ("does not exist", DkRefusalReason.NotFound, null),
        ("does not link with", DkRefusalReason.NotFound, null),
        ("non-existent", DkRefusalReason.NotFound, null),
        ("Unknown host", DkRefusalReason.NotFound, null),
        ("No DS records", DkRefusalReason.NotFound, null),

        // Published texts whose code is sufficient.
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

    /// <summary>Determines the meaning of a refusal.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The reason, the remedy, and whether the registry has published the text.</returns>
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
        DkRefusalReason.HandlingModel => "The handling model does not allow it. For what each model allows, see docs/dk/handling-models.md.",
        DkRefusalReason.MissingRole => "The account lacks the required role on the object, or the login lacks the right inside its account.",
        DkRefusalReason.NotFound => "The object does not exist.",
        DkRefusalReason.AlreadyExists => "The object already exists.",
        DkRefusalReason.Status => "The object's status forbids it now: check its statuses with info.",
        DkRefusalReason.LockedField => "The field is locked to a public register or is a registrant's name: omit it from the change.",
        DkRefusalReason.InUse => "Another object depends on it: remove that dependency first.",
        DkRefusalReason.Token => "The token is not valid for this domain, or has expired: ask the registrant for a new one.",
        DkRefusalReason.TokenRequired => "The registry requires a token: ask the registrant for one.",
        DkRefusalReason.Funds => "The balance of the prepaid account is too low: make a deposit.",
        DkRefusalReason.RenewalWindow => "Renewal is possible from two months before the expiry date, for one year, with the expiry date that info shows.",
        DkRefusalReason.NotTransferable => "The domain cannot be transferred now: it is unpaid, blocked, locked or still being registered.",
        DkRefusalReason.UnusableRegistrant => "The contact cannot be the registrant: it must be a person or organization of the same model that has not failed its check.",
        DkRefusalReason.NameServerSetup => "Two to seven active name servers must respond for the domain, all with the same records.",
        DkRefusalReason.OrderConfirmation => "The registrant must have accepted the terms within the last 30 days.",
        DkRefusalReason.InvalidValue => "A value is missing, malformed or against the registry's policy.",
        DkRefusalReason.MixedOperations => "Send one operation per command.",
        DkRefusalReason.NotImplemented => "The registry does not implement the operation.",
        DkRefusalReason.RegistryFault => "The registry failed: try again later.",
        _ => "See the code and the text of the response.",
    };

    // A closing code may replace several codes; it gives a reason only if they all mean the same.
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
