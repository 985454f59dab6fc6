using EppClient.Xml;

namespace EppClient.Commands.Maintenance;

/// <summary>The maintenance that the registry plans, or one item of it; poll messages carry an item (RFC 9167, section 4).</summary>
[EppElement(EppNamespaces.Maintenance, "infData")]
public sealed partial record MaintenanceInfoResult;
