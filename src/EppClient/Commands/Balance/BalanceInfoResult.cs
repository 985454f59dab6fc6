using EppClient.Xml;

namespace EppClient.Commands.Balance;

/// <summary>The answer to <see cref="BalanceInfo"/>: limit, balance and what can still be spent.</summary>
[EppElement(EppNamespaces.Balance, "infData")]
public sealed partial record BalanceInfoResult;
