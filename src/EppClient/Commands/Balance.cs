using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Reads the balance of the registrar's account.</summary>
[EppElement(EppNamespaces.Balance, "info")]
public sealed partial record BalanceInfo;

/// <summary>The response to <see cref="BalanceInfo"/>: the credit limit, the balance and the available credit.</summary>
[EppElement(EppNamespaces.Balance, "infData")]
public sealed partial record BalanceInfoResult;
