using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>
/// What the client agrees to pay for a command on a domain name that is not of the standard category. Without it, or where the
/// registry wants something else, the command fails.
/// </summary>
[EppElement(IanaNamespaces.Charge, "agreement")]
public sealed partial record ChargeAgreement
{
    /// <summary>Agrees to what a check command has told of a name.</summary>
    /// <param name="name">What was told.</param>
    public static ChargeAgreement To(ChargeCheckItem name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new ChargeAgreement(name.Sets);
    }
}

/// <summary>The name servers that a domain name of .se or .nu gets together with its transfer; without it, it keeps those it has.</summary>
[EppElement(IanaNamespaces.Iis, "transfer")]
public sealed partial record IisTransfer
{
    /// <summary>Creates the extension.</summary>
    /// <param name="hostNames">The host names: 1 to 5.</param>
    [SetsRequiredMembers]
    public IisTransfer(params IReadOnlyList<string> hostNames) => NameServers = new IisNameServers { HostNames = hostNames };
}

/// <summary>Asks, together with the availability of domain names, whether they are premium names and what they cost.</summary>
[EppElement(IanaNamespaces.PremiumDomain, "check")]
public sealed partial record PremiumDomainCheck
{
    /// <summary>Creates the extension.</summary>
    [SetsRequiredMembers]
    public PremiumDomainCheck() => IsWanted = true;
}

/// <summary>
/// Moves the expiry of a domain name to a day of the year, for a part of the yearly price; rides on an update that may be empty
/// otherwise.
/// </summary>
[EppElement(IanaNamespaces.Sync, "update")]
public sealed partial record SyncUpdate
{
    private const int LeapYear = 2000;

    /// <summary>Creates the extension.</summary>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <exception cref="ArgumentOutOfRangeException">No year has such a day.</exception>
    [SetsRequiredMembers]
    public SyncUpdate(int month, int day) =>
        ExpiryMonthDay = new DateOnly(LeapYear, month, day).ToString("'--'MM'-'dd", CultureInfo.InvariantCulture);
}

/// <summary>Activates and deactivates variants of an internationalized domain name.</summary>
[EppElement(IanaNamespaces.Variant, "update")]
public sealed partial record VariantUpdate
{
    /// <summary>Activates variants.</summary>
    /// <param name="names">The variants, in ASCII (Punycode).</param>
    public static VariantUpdate Activate(params IReadOnlyList<string> names) => new() { Add = new VariantAddRemove { Variants = names } };

    /// <summary>Deactivates variants.</summary>
    /// <param name="names">The variants, in ASCII (Punycode).</param>
    public static VariantUpdate Deactivate(params IReadOnlyList<string> names) => new() { Remove = new VariantAddRemove { Variants = names } };
}

/// <summary>Asks, together with a domain name, for what Whois says about its registrar.</summary>
[EppElement(IanaNamespaces.WhoisInfo, "whoisInf")]
public sealed partial record WhoisInfoRequest
{
    /// <summary>Creates the extension.</summary>
    [SetsRequiredMembers]
    public WhoisInfoRequest() => IsWanted = true;
}
