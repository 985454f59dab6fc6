using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Commands.Domain;

/// <summary>Extends the registration of a domain name (RFC 5731, section 3.2.3).</summary>
[EppElement(EppNamespaces.Domain, "renew")]
public sealed partial record DomainRenew
{
    /// <summary>Extends the registration by some years.</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="currentExpiryDate">The date on which the registration ends now: a second renewal with the same date is refused.</param>
    /// <param name="years">The number of years: 1 to 99.</param>
    [SetsRequiredMembers]
    public DomainRenew(string name, DateOnly currentExpiryDate, ushort years)
        : this(name, currentExpiryDate)
    {
        Period = years;
        PeriodUnit = DomainPeriodUnit.Year;
    }
}
