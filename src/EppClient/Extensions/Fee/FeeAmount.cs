using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>A fee: an amount, what it is for, and when it is charged or given back (RFC 8748, section 3.4).</summary>
[EppType(EppNamespaces.Fee, "feeType")]
public sealed partial record FeeAmount
{
    /// <summary>Takes an amount.</summary>
    /// <param name="amount">The amount, zero or more.</param>
    [SetsRequiredMembers]
    public FeeAmount(decimal amount) => Amount = amount;
}
