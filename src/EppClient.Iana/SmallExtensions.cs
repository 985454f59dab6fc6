using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>
/// The price to which the client consents for a command on a domain name that is not of the standard category. Without it, or if the registry
/// requires another price, the command fails.
/// </summary>
[EppElement(IanaNamespaces.Charge, "agreement")]
public sealed partial record ChargeAgreement
{
    /// <summary>Consents to the price in the response to a check command.</summary>
    /// <param name="name">The item of the response.</param>
    public static ChargeAgreement To(ChargeCheckItem name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new ChargeAgreement(name.Sets);
    }
}

/// <summary>The name servers that a domain name of .se or .nu gets with its transfer. Without it, the domain name keeps its name servers.</summary>
[EppElement(IanaNamespaces.Iis, "transfer")]
public sealed partial record IisTransfer
{
    /// <summary>Creates the extension.</summary>
    /// <param name="hostNames">The host names: 1 to 5.</param>
    [SetsRequiredMembers]
    public IisTransfer(params IReadOnlyList<string> hostNames) => NameServers = new IisNameServers { HostNames = hostNames };
}

/// <summary>Queries, together with the availability of domain names, whether they are premium names and their prices.</summary>
[EppElement(IanaNamespaces.PremiumDomain, "check")]
public sealed partial record PremiumDomainCheck
{
    /// <summary>Creates the extension.</summary>
    [SetsRequiredMembers]
    public PremiumDomainCheck() => IsWanted = true;
}

/// <summary>
/// Moves the expiry of a domain name to a day of the year, for a part of the yearly price. Used with an update, which may be empty
/// otherwise.
/// </summary>
[EppElement(IanaNamespaces.Sync, "update")]
public sealed partial record SyncUpdate
{
    private const int LeapYear = 2000;

    /// <summary>Creates the extension.</summary>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day does not exist in any year.</exception>
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

/// <summary>Queries, together with a domain name, the Whois data of its registrar.</summary>
[EppElement(IanaNamespaces.WhoisInfo, "whoisInf")]
public sealed partial record WhoisInfoRequest
{
    /// <summary>Creates the extension.</summary>
    [SetsRequiredMembers]
    public WhoisInfoRequest() => IsWanted = true;
}
