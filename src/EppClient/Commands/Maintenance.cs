using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>Reads the planned maintenance of the registry, or one item of it (RFC 9167, section 4).</summary>
[EppElement(EppNamespaces.Maintenance, "info")]
public sealed partial record MaintenanceInfo;

/// <summary>The planned maintenance of the registry, or one item of it; poll messages contain one item (RFC 9167, section 4).</summary>
[EppElement(EppNamespaces.Maintenance, "infData")]
public sealed partial record MaintenanceInfoResult;
