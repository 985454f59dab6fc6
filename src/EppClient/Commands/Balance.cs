using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Reads the balance of the registrar's account.</summary>
[EppElement(EppNamespaces.Balance, "info")]
public sealed partial record BalanceInfo;

/// <summary>The answer to <see cref="BalanceInfo"/>: limit, balance and what can still be spent.</summary>
[EppElement(EppNamespaces.Balance, "infData")]
public sealed partial record BalanceInfoResult;
