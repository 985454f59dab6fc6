using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>Asks what commands on the domain names of a check would cost (RFC 8748, section 5.1.1).</summary>
[EppElement(EppNamespaces.Fee, "check")]
public sealed partial record FeeCheck;

/// <summary>The prices of commands on the domain names of a check (RFC 8748, section 5.1.1).</summary>
[EppElement(EppNamespaces.Fee, "chkData")]
public sealed partial record FeeCheckResult;

/// <summary>A command whose price is asked for (RFC 8748, section 3.1).</summary>
[EppType(EppNamespaces.Fee, "commandType")]
public sealed partial record FeeCommandQuery
{
    /// <summary>Asks for the price of a command.</summary>
    /// <param name="command">The command.</param>
    [SetsRequiredMembers]
    public FeeCommandQuery(FeeCommand command) => Command = command;
}

/// <summary>The price at which a domain name may be registered (RFC 8748, section 5.2.1).</summary>
[EppElement(EppNamespaces.Fee, "create")]
public sealed partial record FeeCreate;

/// <summary>What a registration cost (RFC 8748, section 5.2.1).</summary>
[EppElement(EppNamespaces.Fee, "creData")]
public sealed partial record FeeCreateResult;

/// <summary>The price at which a domain name may be renewed (RFC 8748, section 5.2.3).</summary>
[EppElement(EppNamespaces.Fee, "renew")]
public sealed partial record FeeRenew;

/// <summary>What a renewal cost (RFC 8748, section 5.2.3).</summary>
[EppElement(EppNamespaces.Fee, "renData")]
public sealed partial record FeeRenewResult;

/// <summary>The price at which a domain name may be transferred (RFC 8748, section 5.2.4).</summary>
[EppElement(EppNamespaces.Fee, "transfer")]
public sealed partial record FeeTransfer;

/// <summary>What a transfer costs (RFC 8748, sections 5.1.2 and 5.2.4).</summary>
[EppElement(EppNamespaces.Fee, "trnData")]
public sealed partial record FeeTransferResult;

/// <summary>The price at which a domain name may be changed or restored (RFC 8748, section 5.2.5).</summary>
[EppElement(EppNamespaces.Fee, "update")]
public sealed partial record FeeUpdate;

/// <summary>What a change or a restore cost (RFC 8748, section 5.2.5).</summary>
[EppElement(EppNamespaces.Fee, "updData")]
public sealed partial record FeeUpdateResult;

/// <summary>What a deletion cost or earned back (RFC 8748, section 5.2.2).</summary>
[EppElement(EppNamespaces.Fee, "delData")]
public sealed partial record FeeDeleteResult;

/// <summary>A fee: an amount, what it is for, and when it is charged or given back (RFC 8748, section 3.4).</summary>
[EppType(EppNamespaces.Fee, "feeType")]
public sealed partial record FeeAmount
{
    /// <summary>Takes an amount.</summary>
    /// <param name="amount">The amount, zero or more.</param>
    [SetsRequiredMembers]
    public FeeAmount(decimal amount) => Amount = amount;
}
