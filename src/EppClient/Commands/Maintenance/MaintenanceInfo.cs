using EppClient.Xml;

namespace EppClient.Commands.Maintenance;

/// <summary>Asks for the maintenance that the registry plans, or for one item of it (RFC 9167, section 4).</summary>
[EppElement(EppNamespaces.Maintenance, "info")]
public sealed partial record MaintenanceInfo;
