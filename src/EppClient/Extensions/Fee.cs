using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>Requests the prices of commands on the domain names of a check (RFC 8748, section 5.1.1).</summary>
[EppElement(EppNamespaces.Fee, "check")]
public sealed partial record FeeCheck;

/// <summary>The prices of commands on the domain names of a check (RFC 8748, section 5.1.1).</summary>
[EppElement(EppNamespaces.Fee, "chkData")]
public sealed partial record FeeCheckResult;

/// <summary>A command to request the price of (RFC 8748, section 3.1).</summary>
[EppType(EppNamespaces.Fee, "commandType")]
public sealed partial record FeeCommandQuery
{
    /// <summary>Requests the price of a command.</summary>
    /// <param name="command">The command.</param>
    [SetsRequiredMembers]
    public FeeCommandQuery(FeeCommand command) => Command = command;
}

/// <summary>The price at which a domain name may be registered (RFC 8748, section 5.2.1).</summary>
[EppElement(EppNamespaces.Fee, "create")]
public sealed partial record FeeCreate;

/// <summary>The price of a registration (RFC 8748, section 5.2.1).</summary>
[EppElement(EppNamespaces.Fee, "creData")]
public sealed partial record FeeCreateResult;

/// <summary>The price at which a domain name may be renewed (RFC 8748, section 5.2.3).</summary>
[EppElement(EppNamespaces.Fee, "renew")]
public sealed partial record FeeRenew;

/// <summary>The price of a renewal (RFC 8748, section 5.2.3).</summary>
[EppElement(EppNamespaces.Fee, "renData")]
public sealed partial record FeeRenewResult;

/// <summary>The price at which a domain name may be transferred (RFC 8748, section 5.2.4).</summary>
[EppElement(EppNamespaces.Fee, "transfer")]
public sealed partial record FeeTransfer;

/// <summary>The price of a transfer (RFC 8748, sections 5.1.2 and 5.2.4).</summary>
[EppElement(EppNamespaces.Fee, "trnData")]
public sealed partial record FeeTransferResult;

/// <summary>The price at which a domain name may be changed or restored (RFC 8748, section 5.2.5).</summary>
[EppElement(EppNamespaces.Fee, "update")]
public sealed partial record FeeUpdate;

/// <summary>The price of a change or a restore (RFC 8748, section 5.2.5).</summary>
[EppElement(EppNamespaces.Fee, "updData")]
public sealed partial record FeeUpdateResult;

/// <summary>The price or refund of a deletion (RFC 8748, section 5.2.2).</summary>
[EppElement(EppNamespaces.Fee, "delData")]
public sealed partial record FeeDeleteResult;

/// <summary>A fee: the amount, its description, and when it is charged or refunded (RFC 8748, section 3.4).</summary>
[EppType(EppNamespaces.Fee, "feeType")]
public sealed partial record FeeAmount
{
    /// <summary>Creates a fee.</summary>
    /// <param name="amount">The amount, zero or more.</param>
    [SetsRequiredMembers]
    public FeeAmount(decimal amount) => Amount = amount;
}
