using EppClient.Xml;

namespace EppClient.Commands.Organization;

/// <summary>The answer to <see cref="OrganizationCheck"/>: one item per identifier.</summary>
[EppElement(EppNamespaces.Organization, "chkData")]
public sealed partial record OrganizationCheckResult;
