using System.Diagnostics.CodeAnalysis;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Asks whether domain names can be registered (RFC 5731, section 3.1.1).</summary>
[EppElement(EppNamespaces.Domain, "check")]
public sealed partial record DomainCheck;

/// <summary>The answer to <see cref="DomainCheck"/>: one item per domain name.</summary>
[EppElement(EppNamespaces.Domain, "chkData")]
public sealed partial record DomainCheckResult;

/// <summary>Reads a domain name (RFC 5731, section 3.1.2).</summary>
[EppElement(EppNamespaces.Domain, "info")]
public sealed partial record DomainInfo;

/// <summary>The answer to <see cref="DomainInfo"/>: what the registry knows about a domain name, as far as it shows it to this client.</summary>
[EppElement(EppNamespaces.Domain, "infData")]
public sealed partial record DomainInfoResult;

/// <summary>Registers a domain name (RFC 5731, section 3.2.1).</summary>
[EppElement(EppNamespaces.Domain, "create")]
public sealed partial record DomainCreate;

/// <summary>The answer to <see cref="DomainCreate"/>: the name with its dates.</summary>
[EppElement(EppNamespaces.Domain, "creData")]
public sealed partial record DomainCreateResult;

/// <summary>Deletes a domain name (RFC 5731, section 3.2.2).</summary>
[EppElement(EppNamespaces.Domain, "delete")]
public sealed partial record DomainDelete;

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

/// <summary>The answer to <see cref="DomainRenew"/>: the name with its new expiry date.</summary>
[EppElement(EppNamespaces.Domain, "renData")]
public sealed partial record DomainRenewResult;

/// <summary>Moves a domain name to another registrar, or manages such a move (RFC 5731, sections 3.1.3 and 3.2.4).</summary>
[EppElement(EppNamespaces.Domain, "transfer")]
public sealed partial record DomainTransfer;

/// <summary>The answer to <see cref="DomainTransfer"/>, and the notice about a transfer in the message queue.</summary>
[EppElement(EppNamespaces.Domain, "trnData")]
public sealed partial record DomainTransferResult;

/// <summary>Changes a domain name (RFC 5731, section 3.2.5).</summary>
[EppElement(EppNamespaces.Domain, "update")]
public sealed partial record DomainUpdate : ICheckedCommand
{
    void ICheckedCommand.Check(IReadOnlyList<IEppExtension> extensions) => UpdateRules.RequirePart(this, Add, Remove, Change, extensions);
}

/// <summary>The outcome of a command that had been accepted as pending (RFC 5731, section 3.3); it comes in the message queue.</summary>
[EppElement(EppNamespaces.Domain, "panData")]
public sealed partial record DomainPendingActionResult : IEppPendingActionResult;
