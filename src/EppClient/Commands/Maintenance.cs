using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Asks for the maintenance that the registry plans, or for one item of it (RFC 9167, section 4).</summary>
[EppElement(EppNamespaces.Maintenance, "info")]
public sealed partial record MaintenanceInfo;

/// <summary>The maintenance that the registry plans, or one item of it; poll messages carry an item (RFC 9167, section 4).</summary>
[EppElement(EppNamespaces.Maintenance, "infData")]
public sealed partial record MaintenanceInfoResult;
