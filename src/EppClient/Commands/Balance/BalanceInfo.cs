using EppClient.Xml;

namespace EppClient.Commands.Balance;

/// <summary>Reads the balance of the registrar's account.</summary>
[EppElement(EppNamespaces.Balance, "info")]
public sealed partial record BalanceInfo;
